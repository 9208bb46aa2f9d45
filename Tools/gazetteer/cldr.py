"""Names in English and Indonesian from Unicode CLDR, as the package Babel holds them."""
import pickle


class _Stranger:
    """Stands for an object of Babel's own, of which nothing is needed."""

    def __init__(self, *_):
        pass

    def __setstate__(self, state):
        pass


class _Reader(pickle.Unpickler):
    """Reads plain values alone: a pickle could otherwise call anything."""

    def find_class(self, module, name):
        if module.split(".")[0] == "babel":
            return _Stranger
        raise ValueError(f"CLDR data ask for {module}.{name}")


def read(path):
    """(names of territories by ISO code, names of time zones' towns by zone). Raises ValueError if it is something else."""
    with open(path, "rb") as file:
        try:
            data = _Reader(file).load()
        except (pickle.UnpicklingError, EOFError, AttributeError, IndexError, KeyError, TypeError) as error:
            raise ValueError(f"{path}: not Babel's data: {error}") from error
    if not isinstance(data, dict):
        raise ValueError(f"{path}: not Babel's data")
    towns = {zone: row["city"] for zone, row in data["time_zones"].items() if isinstance(row, dict) and "city" in row}
    return {code: name for code, name in data["territories"].items() if len(code) == 2}, towns

"""Parity of Mode S frames, slowly.

Source: ICAO Annex 10 Vol IV, 3.1.2.3.3; generator 0x1FFF409.
"""


def remainder(frame):
    """What division of the whole frame (hex) by the generator leaves: 0 for a clean squitter, the address for a reply."""
    value, bits = int(frame, 16), 4 * len(frame)
    for shift in range(bits - 25, -1, -1):
        if value >> (shift + 24) & 1:
            value ^= 0x1FFF409 << shift
    return value


def address_of_reply(frame):
    """The address in the parity of a reply, as six hex digits."""
    return f"{remainder(frame):06X}"


def all_call(address):
    """An all-call reply (DF11) of an airborne aircraft to interrogator 0, parity right."""
    head = f"5D{address}"
    return f"{head}{remainder(head + '000000'):06X}"

"""Mapbox Vector Tile 2.1, written and read."""

POINT, LINE, POLYGON = 1, 2, 3
EXTENT = 4096


def tile(layers):
    """The bytes of a tile. `layers`: {name: [(kind, parts, properties)]}; parts are lists of whole (x, y), y down.

    Rings come without their closing point, an outer ring (clockwise on the screen) before its holes.
    """
    out = bytearray()
    for name, features in layers.items():
        if features:
            _field(out, 3, _layer(name, features))
    return bytes(out)


def _layer(name, features):
    body = bytearray()
    _number(body, 15, 2)
    _field(body, 1, name.encode())
    keys, values = {}, {}
    for kind, parts, properties in features:
        tags = []
        for key, value in properties.items():
            tags.append(keys.setdefault(key, len(keys)))
            tags.append(values.setdefault((type(value), value), len(values)))
        feature = bytearray()
        if tags:
            _field(feature, 2, _packed(tags))
        _number(feature, 3, kind)
        _field(feature, 4, _packed(_commands(kind, parts)))
        _field(body, 2, feature)
    for key in keys:
        _field(body, 3, key.encode())
    for (_, value) in values:
        encoded = bytearray()
        if isinstance(value, str):
            _field(encoded, 1, value.encode())
        else:
            _number(encoded, 5, value)
        _field(body, 4, encoded)
    _number(body, 5, EXTENT)
    return body


def _commands(kind, parts):
    out, x, y = [], 0, 0

    def step(px, py):
        nonlocal x, y
        dx, dy = px - x, py - y
        out.append((dx << 1) ^ (dx >> 31))
        out.append((dy << 1) ^ (dy >> 31))
        x, y = px, py

    if kind == POINT:
        out.append(1 | len(parts) << 3)
        for point in parts:
            step(*point)
        return out
    for part in parts:
        out.append(1 | 1 << 3)
        step(*part[0])
        out.append(2 | (len(part) - 1) << 3)
        for point in part[1:]:
            step(*point)
        if kind == POLYGON:
            out.append(7 | 1 << 3)
    return out


def _varint(out, value):
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def _packed(numbers):
    out = bytearray()
    for number in numbers:
        _varint(out, number)
    return out


def _number(out, field, value):
    _varint(out, field << 3)
    _varint(out, value)


def _field(out, field, data):
    _varint(out, field << 3 | 2)
    _varint(out, len(data))
    out += data


def read(data):
    """A tile's layers as `tile` takes them. Raises ValueError on bytes that are not a vector tile of this kind."""
    return dict(_read_layer(value) for field, value in _fields(data) if field == 3)


def _read_layer(data):
    name, version, extent, raw, keys, values = None, None, None, [], [], []
    for field, value in _fields(data):
        if field == 1:
            name = value.decode()
        elif field == 2:
            raw.append(value)
        elif field == 3:
            keys.append(value.decode())
        elif field == 4:
            ((kind, content),) = _fields(value)
            values.append(content.decode() if kind == 1 else content)
        elif field == 5:
            extent = value
        elif field == 15:
            version = value
    if version != 2 or extent != EXTENT or name is None:
        raise ValueError("not a version 2 layer")
    features = []
    for feature in raw:
        fields = dict(_fields(feature))
        tags = _numbers(fields.get(2, b""))
        properties = {keys[key]: values[value] for key, value in zip(tags[::2], tags[1::2])}
        features.append((fields[3], _read_parts(fields[3], _numbers(fields[4])), properties))
    return name, features


def _read_parts(kind, numbers):
    parts, x, y, i = [], 0, 0, 0
    while i < len(numbers):
        command, count = numbers[i] & 7, numbers[i] >> 3
        i += 1
        if command == 7:
            continue
        if command not in (1, 2):
            raise ValueError("unknown command")
        for _ in range(count):
            x += (numbers[i] >> 1) ^ -(numbers[i] & 1)
            y += (numbers[i + 1] >> 1) ^ -(numbers[i + 1] & 1)
            i += 2
            if kind == POINT:
                parts.append((x, y))
            elif command == 1:
                parts.append([(x, y)])
            else:
                parts[-1].append((x, y))
    return parts


def _read_varint(data, at):
    value, shift = 0, 0
    while True:
        if at >= len(data) or shift > 63:
            raise ValueError("broken number")
        value |= (data[at] & 127) << shift
        at += 1
        if data[at - 1] < 128:
            return value, at
        shift += 7


def _fields(data):
    at, found = 0, []
    while at < len(data):
        key, at = _read_varint(data, at)
        value, at = _read_varint(data, at)
        if key & 7 == 2:
            if at + value > len(data):
                raise ValueError("cut short")
            value, at = data[at:at + value], at + value
        elif key & 7:
            raise ValueError("unknown wire type")
        found.append((key >> 3, value))
    return found


def _numbers(data):
    at, found = 0, []
    while at < len(data):
        value, at = _read_varint(data, at)
        found.append(value)
    return found

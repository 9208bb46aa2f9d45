"""Whether what a client saw is what was served. Pure, so that its tests need neither client nor server."""
import math

#: With fewer aircraft a check shows nothing.
FEWEST = 20


def of_stream(seen, sure, possible):
    """Of a client that listens for a while.

    `seen` is {hex: messages}; `sure` are aircraft that sent a lot meanwhile, `possible` all that the sky had at any time of it.
    An address seen once only may be noise that looks like a message, so it is not held against us.
    Returns None, or what is wrong in one line.
    """
    if len(sure) < FEWEST:
        return f"only {len(sure)} aircraft sent enough to judge"
    if missing := sorted(sure - seen.keys()):
        return f"{len(missing)} of {len(sure)} were not seen: {' '.join(missing[:5])}"
    if strange := sorted({one for one, count in seen.items() if count > 1} - possible):
        return f"{len(strange)} were seen that are not in the sky: {' '.join(strange[:5])}"
    return None


def of_list(seen, served, fewest=FEWEST):
    """Of a client that asks for a list: both must be the same set. Returns None, or what is wrong in one line."""
    if len(served) < fewest:
        return f"only {len(served)} aircraft are served"
    if missing := sorted(served - seen):
        return f"{len(missing)} of {len(served)} are missing: {' '.join(missing[:5])}"
    if strange := sorted(seen - served):
        return f"{len(strange)} are too many: {' '.join(strange[:5])}"
    return None


def of_values(pairs, tolerance):
    """Of numbers that mean the same, as [(name, theirs, ours)]. Returns None, or the first that differs."""
    for name, theirs, ours in pairs:
        if (theirs is None) != (ours is None):
            return f"{name}: {theirs} beside {ours}"
        if theirs is not None and not abs(theirs - ours) <= tolerance:
            return f"{name}: {theirs} beside {ours}"
    return None


def nautical_miles(one, other):
    """Great-circle distance of two (latitude, longitude) in degrees on the sphere of the Earth's mean radius."""
    first, second = (tuple(map(math.radians, place)) for place in (one, other))
    half = math.sin((second[0] - first[0]) / 2) ** 2
    half += math.cos(first[0]) * math.cos(second[0]) * math.sin((second[1] - first[1]) / 2) ** 2
    return 2 * 6371.0088 / 1.852 * math.asin(min(1, math.sqrt(half)))

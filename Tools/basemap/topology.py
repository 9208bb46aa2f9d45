"""Coasts and borders as shared arcs.

The provinces of the source are a coverage: neighbours share vertices exactly. An edge used once is coast, one used twice is a
border. Arcs run between the points where three or more meet, and are simplified as arcs: neighbours stay joined, no slit opens.
"""
from collections import defaultdict


class Arc:
    """A chain of points between two nodes. For coast the land lies to the left."""

    __slots__ = ("points", "kind", "detail")

    def __init__(self, points, kind, detail):
        self.points = points
        self.kind = kind
        self.detail = detail


def arcs(polygons, classify):
    """Arcs of a coverage.

    - polygons: pairs (owner, rings), rings closed, outer ring first, any orientation.
    - classify: (owner, owner, middle of the edge) -> (kind, detail) of the arc.
    Coast has the kind "coast".
    """
    used = defaultdict(list)
    for owner, rings in polygons:
        for number, ring in enumerate(rings):
            if (area(ring) > 0) != (number == 0):
                ring = ring[::-1]
            for a, b in zip(ring, ring[1:]):
                if a != b:
                    used[(a, b) if a < b else (b, a)].append((owner, a < b))
    edges = {}
    for (a, b), users in used.items():
        if len(users) == 1:
            edges[(a, b) if users[0][1] else (b, a)] = ("coast", "")
        else:
            middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            edges[(a, b)] = classify(users[0][0], users[1][0], middle)
    return _chains(edges)


def _chains(edges):
    at = defaultdict(list)
    for a, b in edges:
        at[a].append((a, b))
        at[b].append((a, b))

    def is_node(point):
        here = at[point]
        return len(here) != 2 or edges[here[0]] != edges[here[1]]

    found, seen = [], set()

    def follow(point, edge):
        chain = [point]
        label = edges[edge]
        directed = 0
        while edge not in seen:
            seen.add(edge)
            directed += 1 if edge[0] == point else -1
            point = edge[1] if edge[0] == point else edge[0]
            chain.append(point)
            if is_node(point):
                break
            one, two = at[point]
            edge = two if one == edge else one
        if label[0] == "coast" and directed < 0:
            chain.reverse()
        found.append(Arc(chain, label[0], label[1]))

    for point in list(at):
        if is_node(point):
            for edge in at[point]:
                if edge not in seen:
                    follow(point, edge)
    for edge in edges:
        if edge not in seen:
            follow(edge[0], edge)
    return found


def rings(chains):
    """Closes directed chains into simple rings; a chain that cannot be closed is left out."""
    leaving = defaultdict(list)
    for chain in chains:
        leaving[chain[0]].append(chain)
    closed = []
    for start in list(leaving):
        while leaving[start]:
            path, nodes = [], [start]
            while True:
                if not leaving[nodes[-1]]:
                    break
                chain = leaving[nodes[-1]].pop()
                path.append(chain)
                nodes.append(chain[-1])
                if nodes[-1] in nodes[:-1]:
                    first = nodes.index(nodes[-1])
                    closed.append(_concatenated(path[first:]))
                    del path[first:], nodes[first + 1:]
                    if not path:
                        break
    return closed


def _concatenated(path):
    ring = [path[0][0]]
    for chain in path:
        ring += chain[1:]
    return ring


def area(ring):
    """Twice the signed area of a closed ring: positive if counter-clockwise with y upwards."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))

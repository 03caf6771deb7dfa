"""The graphs on which values of NetworkX and igraph are frozen.

A graph is its nodes 0..n-1 and its edges in the order (source, target, position), undirected ones from the smaller end:
the order in which this package numbers edges. Classics come from NetworkX's own collection or stand here with their
source; the others follow a rule or a recipe with a seed, and are frozen as edges with the values.
"""
import random
from dataclasses import dataclass
from fractions import Fraction

import networkx as nx


@dataclass
class Case:
    name: str
    note: str
    nodes: int
    directed: bool
    edges: list
    strengths: list = None
    lengths: list = None
    signs: list = None
    # Lengths are one over the strengths, taken exactly by NetworkX.
    inverse: bool = False

    def __post_init__(self):
        columns = [self.strengths, self.lengths, self.signs]
        rows = []
        for i, (u, v) in enumerate(self.edges):
            if not self.directed and u > v:
                u, v = v, u
            rows.append(((u, v), [c[i] if c else None for c in columns]))
        rows.sort(key=lambda row: row[0])
        self.edges = [row[0] for row in rows]
        self.strengths, self.lengths, self.signs = (
            [row[1][k] for row in rows] if columns[k] else None for k in range(3)
        )
        if self.inverse:
            self.lengths = [1 / s for s in self.strengths]

    @property
    def exact_lengths(self):
        return [Fraction(1, s) for s in self.strengths] if self.inverse else self.lengths

    def record(self):
        record = {"name": self.name, "note": self.note, "nodes": self.nodes, "directed": self.directed}
        record["edges"] = [end for edge in self.edges for end in edge]
        for key in ("strengths", "lengths", "signs"):
            if getattr(self, key):
                record[key] = getattr(self, key)
        return record


def of_networkx(name, note, graph, strength=None):
    """A graph of NetworkX's collection, its nodes in the order in which it gives them."""
    number = {v: i for i, v in enumerate(graph)}
    edges = [(number[u], number[v]) for u, v in graph.edges()]
    strengths = [d[strength] for _, _, d in graph.edges(data=True)] if strength else None
    return Case(name, note, len(graph), graph.is_directed(), edges, strengths, inverse=bool(strength))


def recipe(name, nodes, edges, seed, directed, loops=False, weights=0, signs=False):
    """Ends drawn one after the other; without loops and parallels a pair that is there already is left out.

    Weights are whole numbers up to `weights`, so that equally long ways are common and exact.
    """
    draw = random.Random(seed)
    seen, chosen = set(), []
    for _ in range(edges):
        u, v = draw.randrange(nodes), draw.randrange(nodes)
        if not directed and u > v:
            u, v = v, u
        if loops or (u != v and (u, v) not in seen):
            chosen.append((u, v))
            seen.add((u, v))
    count = len(chosen)
    note = f"random.Random({seed}): {edges} draws" + (", loops and parallels kept" if loops else "")
    return Case(
        name, note, nodes, directed, chosen,
        [draw.randint(1, weights) for _ in range(count)] if weights else None,
        [draw.randint(1, weights) for _ in range(count)] if weights else None,
        [draw.choice([1, 1, -1]) for _ in range(count)] if signs else None,
    )


def layered(name, layers, width, seed):
    """A web of layers: every node gets something from the layer above, some from two above."""
    draw = random.Random(seed)
    edges = set()
    for layer in range(1, layers):
        for place in range(width):
            node = layer * width + place
            for source in draw.sample(range(width), 2):
                edges.add(((layer - 1) * width + source, node))
            if layer > 1 and draw.random() < 0.5:
                edges.add(((layer - 2) * width + draw.randrange(width), node))
    edges = sorted(edges)
    weights = [draw.randint(1, 5) for _ in edges]
    return Case(name, f"random.Random({seed}): {layers} layers of {width}", layers * width, True, edges, weights, weights)


def pairs(*ends):
    return list(zip(ends[::2], ends[1::2]))


# S. F. Sampson's novices, from Sampson.paj, arcs of time 4 (github.com/bavla/Nets): from, to, signed strength.
MONASTERY = """0 1 -2 0 2 3 0 6 -3 0 9 -1 0 11 1 0 13 2 1 0 3 1 3 -3 1 6 1 1 7 -2 1 11 2 1 12 -1 2 0 3 2 1 -2 2 3 -3 2 5 -2
2 12 2 2 15 -1 2 16 1 2 17 2 3 0 -2 3 1 -3 3 4 3 3 5 1 3 10 2 3 13 -1 4 3 3 4 8 1 4 10 2 5 1 -1 5 2 -3 5 3 3 5 4 1 5 6 -2
5 8 2 5 16 -2 6 1 3 6 3 -3 6 5 -2 6 7 -1 6 11 1 6 15 2 7 1 -3 7 2 -2 7 3 3 7 5 2 7 8 1 7 13 -1 8 2 -3 8 4 1 8 7 3 8 11 2
8 16 -2 8 17 -1 9 3 3 9 4 1 9 8 1 9 12 2 10 0 -1 10 1 -3 10 2 -2 10 4 2 10 7 3 10 13 1 11 0 3 11 1 2 11 6 1 12 1 -3 12 4 2
12 5 -2 12 6 1 12 11 -1 12 17 3 13 0 3 13 3 -3 13 7 -2 13 11 1 13 14 2 13 16 -1 14 1 3 14 2 -2 14 3 -1 14 6 1 14 11 2
14 12 -3 15 1 3 15 2 -1 15 3 -3 15 6 2 15 14 1 15 16 -2 16 1 1 16 2 2 16 3 -1 16 5 -3 16 7 -2 16 17 3 17 1 1 17 2 2
17 3 -1 17 7 -3 17 9 -2 17 16 3"""

# M. G. Everett, S. P. Borgatti, Social Networks 38 (2014) 111-120, table 5.
TEN_NODES = """0 1 1 0 3 1 0 7 -1 0 8 -1 1 2 1 1 3 -1 1 4 1 1 5 -1 1 6 -1 2 3 1 2 4 -1 2 8 -1 3 4 1 3 5 -1 3 6 -1 4 5 1 4 7 -1
4 9 -1 5 6 1 5 8 1 5 9 -1 6 7 1 6 8 -1 6 9 1 7 8 1 8 9 1"""


def triples(name, note, nodes, directed, text):
    numbers = [int(word) for word in text.split()]
    rows = list(zip(numbers[::3], numbers[1::3], numbers[2::3]))
    strengths = [abs(s) for _, _, s in rows]
    return Case(
        name, note, nodes, directed, [(u, v) for u, v, _ in rows], strengths, None,
        [1 if s > 0 else -1 for _, _, s in rows], inverse=True)


def florentine():
    graph = nx.florentine_families_graph()
    graph.add_node("Pucci")
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(graph.edges())
    return ordered


def cases():
    formula = [(u, v) for u in range(12) for v in range(12) if u != v and (3 * u * u + 5 * v + 2 * u * v) % 7 < 2]
    two_rings = pairs(0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 3, 0, 4, 4, 5)
    return [
        of_networkx("florentine", "nx.florentine_families_graph(), sorted, with the isolated Pucci", florentine()),
        of_networkx("kite", "nx.krackhardt_kite_graph()", nx.krackhardt_kite_graph()),
        of_networkx("karate", "nx.karate_club_graph()", nx.karate_club_graph()),
        of_networkx("karate-weighted", "nx.karate_club_graph(), weights", nx.karate_club_graph(), "weight"),
        of_networkx("southern-women", "nx.davis_southern_women_graph()", nx.davis_southern_women_graph()),
        of_networkx("miserables", "nx.les_miserables_graph(), weights", nx.les_miserables_graph(), "weight"),
        of_networkx("petersen", "nx.petersen_graph()", nx.petersen_graph()),
        of_networkx("dodecahedron", "nx.dodecahedral_graph()", nx.dodecahedral_graph()),
        of_networkx("frucht", "nx.frucht_graph()", nx.frucht_graph()),
        of_networkx("tree", "nx.balanced_tree(2, 4)", nx.balanced_tree(2, 4)),
        of_networkx("grid", "nx.grid_2d_graph(6, 6)", nx.grid_2d_graph(6, 6)),
        of_networkx("barbell", "nx.barbell_graph(5, 3)", nx.barbell_graph(5, 3)),
        triples("monastery", "Sampson 1968, time 4", 18, True, MONASTERY),
        triples("ten-nodes", "Everett and Borgatti 2014, table 5", 10, False, TEN_NODES),
        Case("formula", "u -> v where (3u^2 + 5v + 2uv) mod 7 < 2", 12, True, formula),
        Case("two-rings", "two rings, a way out, a shortcut, an isolated node", 7, True, two_rings,
             [1, 2, 3, 1, 2, 1, 4, 1], inverse=True),
        layered("layers", 5, 4, 11),
        recipe("sparse", 30, 24, 1, False),
        recipe("dense", 14, 160, 2, False),
        recipe("sparse-directed", 26, 34, 3, True),
        recipe("dense-directed", 12, 220, 4, True),
        recipe("weighted", 20, 50, 5, False, weights=4),
        recipe("weighted-directed", 20, 80, 6, True, weights=4),
        recipe("signed", 16, 40, 7, False, weights=3, signs=True),
        recipe("signed-directed", 16, 70, 8, True, weights=3, signs=True),
        recipe("loops-parallels", 12, 30, 9, False, loops=True, weights=3),
        recipe("loops-parallels-directed", 12, 50, 10, True, loops=True, weights=3),
        recipe("signed-loops-parallels", 10, 26, 12, False, loops=True, weights=4, signs=True),
        Case("edgeless", "five nodes, no edge", 5, False, []),
        Case("loop-only", "three nodes, a loop at the first", 3, True, [(0, 0)]),
    ]

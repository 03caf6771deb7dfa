#!/usr/bin/env python3
"""Freezes what NetworkX and igraph say about the graphs of reference_graphs.py.

usage: reference_values.py DIRECTORY      writes reference-graphs.json, networkx.json, igraph.json
needs: pip install networkx==3.6.1 igraph==1.0.0 numpy scipy

The calls stand in reference_calls.py as text, are evaluated from there, and are written beside the values. In a call
`g` is the NetworkX graph, `h` the igraph graph; other views of the same graph are the properties of `Views`. A call
that a library refuses on a graph is recorded with the reason.
"""
import json
import math
import platform
import sys
import warnings
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import igraph as ig
import networkx as nx
import numpy as np

from reference_calls import CALLS
from reference_graphs import cases

warnings.simplefilter("ignore")


class Views:
    """One graph in the shapes that the calls ask for."""

    def __init__(self, case):
        self.case = case
        self.n = case.nodes
        self.directed = case.directed
        self.undirected = not case.directed
        self.weighted = case.strengths is not None
        self.long = case.lengths is not None
        self.signed = case.signs is not None
        self.loops = any(u == v for u, v in case.edges)
        self.parallels = len(set(case.edges)) < len(case.edges)
        self.simple = not (self.loops or self.parallels)
        self.edges = len(case.edges)
        self.s, self.t = 0, case.nodes - 1
        self.nodes = range(self.n)
        self.S = list(range(self.n // 3))
        self.T = list(range(self.n - self.n // 3, self.n))
        self.groups = [v % 3 for v in self.nodes]
        self.other = [v * v % 4 for v in self.nodes]
        self.communities = [[v for v in self.nodes if self.groups[v] == k] for k in sorted(set(self.groups))]

    @cached_property
    def connected(self):
        return self.n > 0 and nx.is_connected(self.sym)

    @cached_property
    def strong(self):
        return nx.is_strongly_connected(self.merged) if self.directed else self.connected

    def attributes(self, i, exact=True):
        case = self.case
        data = {"count": 1}
        if case.strengths:
            data["strength"] = case.strengths[i]
        if case.lengths:
            data["length"] = (case.exact_lengths if exact else case.lengths)[i]
        if case.signs:
            data["signed"] = case.signs[i] * (case.strengths[i] if case.strengths else 1)
        return data

    def empty(self, directed=None, multi=False):
        directed = self.directed if directed is None else directed
        kind = {(0, 0): nx.Graph, (1, 0): nx.DiGraph, (0, 1): nx.MultiGraph, (1, 1): nx.MultiDiGraph}[directed, multi]
        graph = kind()
        graph.add_nodes_from(self.nodes)
        return graph

    @cached_property
    def g(self):
        """The graph as it is."""
        graph = self.empty(multi=self.parallels)
        for i, (u, v) in enumerate(self.case.edges):
            graph.add_edge(u, v, **self.attributes(i))
        return graph

    @cached_property
    def away(self):
        """Edges turned round, because NetworkX measures distances *to* a node."""
        return self.g.reverse() if self.directed else self.g

    def summed(self, directed, ways, loops):
        """One edge for each pair, counts and strengths added up, lengths the least."""
        graph = self.empty(directed)
        for i, ends in enumerate(self.case.edges):
            for u, v in ways(*ends):
                if u == v and not loops:
                    continue
                new, old = self.attributes(i), graph.get_edge_data(u, v)
                if old:
                    new = {k: min(old[k], x) if k == "length" else old[k] + x for k, x in new.items()}
                graph.add_edge(u, v, **new)
        return graph

    @cached_property
    def merged(self):
        """Parallel edges drawn together, loops left out."""
        return self.summed(self.directed, lambda u, v: [(u, v)], False)

    @cached_property
    def sym(self):
        """Direction put aside, too."""
        return self.summed(False, lambda u, v: [(u, v)], False)

    @cached_property
    def arcs(self):
        """Directed: undirected edges both ways, an undirected loop twice, as in the degree."""
        both = (lambda u, v: [(u, v)]) if self.directed else (lambda u, v: [(u, v), (v, u)])
        return self.summed(True, both, True)

    @cached_property
    def halves(self):
        """Every edge cut into two halves at a node of its own, n + i, so that parallel edges are separate paths."""
        graph = self.empty()
        for i, (u, v) in enumerate(self.case.edges):
            data = self.attributes(i)
            if "length" in data:
                data["length"] = data["length"] / 2
            graph.add_edge(u, self.n + i, **data)
            graph.add_edge(self.n + i, v, **data)
        return graph

    @cached_property
    def tilted(self):
        """Lengths plus 2 (u mod 3) less 2 (v mod 3): some below 0, no cycle below 0."""
        graph = self.g.copy()
        for u, v, data in graph.edges(data=True):
            data["length"] += 2 * (u % 3) - 2 * (v % 3)
        return graph

    def ig_graph(self, edges, columns, directed):
        graph = ig.Graph(n=self.n, edges=edges, directed=directed)
        for key in columns[0] if columns else ["count"]:
            graph.es[key] = [data[key] for data in columns]
        return graph

    @cached_property
    def h(self):
        """The graph as it is, for igraph."""
        columns = [self.attributes(i, exact=False) for i in range(self.edges)]
        return self.ig_graph(self.case.edges, columns, self.directed)

    @cached_property
    def h_no_loops(self):
        graph = self.h.copy()
        graph.delete_edges([i for i, (u, v) in enumerate(self.case.edges) if u == v])
        return graph

    def as_igraph(self, graph):
        rows = [(u, v, {k: float(x) for k, x in data.items()}) for u, v, data in graph.edges(data=True)]
        return self.ig_graph([(u, v) for u, v, _ in rows], [data for _, _, data in rows], graph.is_directed())

    @cached_property
    def h_merged(self):
        return self.as_igraph(self.merged)

    @cached_property
    def h_sym(self):
        return self.as_igraph(self.sym)

    @cached_property
    def h_arcs(self):
        return self.as_igraph(self.arcs)

    @cached_property
    def h_either(self):
        """Direction put aside, every edge kept."""
        return self.h.as_undirected(mode="each") if self.directed else self.h

    @cached_property
    def tilted_lengths(self):
        return [x + 2 * (u % 3) - 2 * (v % 3) for x, (u, v) in zip(self.case.lengths, self.case.edges)]

    @cached_property
    def doubts(self):
        """Minus the logarithm of strength / (1 + strength), for each edge."""
        return [-math.log(s / (1 + s)) for s in self.case.strengths]

    @cached_property
    def doubtful(self):
        graph = self.g.copy()
        for _, _, data in graph.edges(data=True):
            data["doubt"] = -math.log(data["strength"] / (1 + data["strength"]))
        return graph

    # What turns a library's answer into a list.

    def by_node(self, values, missing=0):
        return [values.get(v, missing) for v in self.nodes]

    def labels(self, groups):
        label = {v: k for k, group in enumerate(groups) for v in group}
        return self.renumbered([label[v] for v in self.nodes])

    @staticmethod
    def renumbered(labels):
        numbers = {}
        return [numbers.setdefault(x, len(numbers)) for x in labels]

    def by_edge(self, values):
        return [values.get((u, v), values.get((v, u))) for u, v in self.case.edges]

    @staticmethod
    def top(values):
        largest = max(values)
        return [x / largest for x in values]

    @staticmethod
    def nan_as_0(values):
        return [0 if math.isnan(x) else x for x in values]

    @staticmethod
    def weigh(graph, key):
        copy = graph.copy()
        for _, _, data in copy.edges(data=True):
            data["weight"] = data[key]
        return copy

    def ranks(self, elected):
        return self.by_node({v: len(elected) - i for i, v in enumerate(elected)})

    def first(self, paths, count, key):
        lengths = []
        try:
            for path in paths:
                steps = zip(path, path[1:])
                lengths.append(sum(self.merged[u][v][key] if key else 1 for u, v in steps))
                if len(lengths) == count:
                    break
        except nx.NetworkXNoPath:
            pass
        return lengths

    def path_sums(self, paths, key):
        return [sum(self.h_merged.es[path][key]) if key else len(path) for path in paths]

    def ways_count(self, graph, weight=None):
        result = []
        for t in self.nodes:
            try:
                result.append(sum(1 for _ in nx.all_shortest_paths(graph, 0, t, weight=weight)))
            except nx.NetworkXNoPath:
                result.append(0)
        return result

    def group_share(self, all_paths, group, weight):
        """Over all pairs of outsiders, the share of shortest paths that pass a member."""
        total = 0
        for s in self.nodes:
            for t in self.nodes:
                if s == t or s in group or t in group or (self.undirected and s > t) or not nx.has_path(self.g, s, t):
                    continue
                paths = list(all_paths(self.g, s, t, weight=weight))
                total += Fraction(sum(1 for path in paths if group & set(path)), len(paths))
        return total

    def dominators(self, parents):
        return [-1 if v == 0 or v not in parents else parents[v] for v in self.nodes]

    def narrowest(self, tree):
        result = []
        for t in range(1, self.n):
            path = nx.shortest_path(tree, 0, t) if nx.has_path(tree, 0, t) else None
            result.append(min(tree[u][v]["width"] for u, v in zip(path, path[1:])) if path else None)
        return result

    @cached_property
    def wide(self):
        graph = self.empty(False)
        for (u, v), s in zip(self.case.edges, self.case.strengths):
            if u != v:
                graph.add_edge(u, v, width=max(s, graph.get_edge_data(u, v, {"width": 0})["width"]))
        return graph

    def node_ways(self, t):
        """Direct edges counted apart, because a set of nodes cannot cut them."""
        direct = [e.index for e in self.h_arcs.es if e.tuple == (0, t)]
        graph = self.h_arcs.copy()
        graph.delete_edges(direct)
        return graph.vertex_disjoint_paths(0, t) + sum(self.h_arcs.es[direct]["count"])

    def pieces_after(self, v):
        graph = self.sym.copy()
        graph.remove_node(v)
        return max(0, nx.number_connected_components(graph) - nx.number_connected_components(self.sym))


NAMES = {"nx": nx, "ig": ig, "np": np, "math": math}


class Scope(dict):
    """The names in a call: a view of the graph, or a library."""

    def __init__(self, views):
        super().__init__(NAMES)
        self.views = views

    def __missing__(self, name):
        try:
            return getattr(self.views, name)
        except AttributeError:
            raise KeyError(name) from None


def plain(value):
    """A number as JSON has it: whole numbers whole, unreachable as null."""
    if value is None:
        return None
    value = float(value)
    if math.isnan(value):
        raise ValueError("not a number")
    if math.isinf(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def evaluate(text, views):
    scope = Scope(views)
    scope["__builtins__"] = __builtins__
    result = eval(compile(text, text, "eval"), scope)
    flat = np.asarray(result, dtype=object).ravel().tolist()
    return [plain(value) for value in flat]


def call_for(choices, views):
    """The first call whose condition the graph meets."""
    if isinstance(choices, str):
        return choices
    for condition, text in choices:
        if holds(condition, views):
            return text
    return None


def holds(condition, views):
    return condition == "" or bool(eval(condition, Scope(views)))


def freeze(library, graphs):
    measures, compared, refusals = {}, 0, []
    for name, condition, calls in CALLS:
        if library not in calls:
            continue
        record = {"calls": [], "values": {}}
        for views in graphs:
            text = call_for(calls[library], views) if holds(condition, views) else None
            if text is None:
                continue
            if text not in record["calls"]:
                record["calls"].append(text)
            try:
                record["values"][views.case.name] = evaluate(text, views)
                compared += 1
            except (nx.NetworkXException, nx.NetworkXError, ig.InternalError, ValueError, TypeError, ZeroDivisionError,
                    np.linalg.LinAlgError) as error:
                refusals.append(f"{name} {views.case.name}: {type(error).__name__}: {error}")
        measures[name] = record
    print(f"{library}: {len(measures)} measures, {compared} comparisons", file=sys.stderr)
    for line in refusals:
        print("  refused", line, file=sys.stderr)
    return {"library": library, "version": {"networkx": nx, "igraph": ig}[library].__version__,
            "python": platform.python_version(), "numpy": np.__version__, "measures": measures}


def write(path, record, rows):
    """JSON with one row for each measure or graph, so that a change shows."""
    head = {k: v for k, v in record.items() if k != rows}
    body = record[rows]
    if isinstance(body, dict):
        lines = [json.dumps(k) + ":" + json.dumps(v, separators=(",", ":")) for k, v in body.items()]
        text = "{\n" + ",\n".join(lines) + "\n}"
    else:
        text = "[\n" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in body) + "\n]"
    path.write_text(json.dumps(head)[:-1] + (", " if head else "") + json.dumps(rows) + ": " + text + "}\n")


def main():
    directory = Path(sys.argv[1])
    graphs = [Views(case) for case in cases()]
    write(directory / "reference-graphs.json", {"graphs": [views.case.record() for views in graphs]}, "graphs")
    for library in ("networkx", "igraph"):
        write(directory / f"{library}.json", freeze(library, graphs), "measures")


if __name__ == "__main__":
    main()

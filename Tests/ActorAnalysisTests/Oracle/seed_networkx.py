#!/usr/bin/env python3
"""Scores the seed network with NetworkX, from the file to the number without any code of this package.

usage: seed_networkx.py NETWORK.yaml > Resources/seed-networkx.json
needs: pip install networkx==3.6.1 pyyaml==6.0.3 numpy scipy
"""
import json
import sys

import networkx as nx
import yaml

DAY = "2025-07-08"



def first_day_of(date):
    return {4: date + "-01-01", 7: date + "-01", 10: date}[len(date)]


def holds(record, begin):
    since, until = record.get(begin), record.get("until")
    return (since is None or first_day_of(since) <= DAY) and (until is None or DAY < first_day_of(until))


network = yaml.load(open(sys.argv[1], encoding="utf-8"), yaml.BaseLoader)
actors = sorted(a["id"] for a in network["actors"] if holds(a, "from"))
relations = [
    r
    for r in network["relations"]
    if holds(r, "since")
    and r.get("status", "fact") in ("fact", "assessment")
    and all(end in actors for end in r.get("between", [r.get("from"), r.get("to")]))
]


def graph(directed):
    g = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from(actors)
    for r in sorted(relations, key=lambda r: (-float(r.get("strength", 1)), r["id"])):
        a, b = r.get("between") or (r["from"], r["to"])
        ways = [(a, b), (b, a)] if directed and "between" in r else [(a, b)]
        for u, v in ways:
            if u == v:
                continue
            old = g[u][v]["strength"] if g.has_edge(u, v) else 0.0
            g.add_edge(u, v, strength=old + float(r.get("strength", 1)))
    # Lengths as whole numbers of 1e-12, so that ties are ties: NetworkX compares sums of floats exactly.
    for _, _, data in g.edges(data=True):
        data["length"] = round(1e12 / data["strength"])
    return g


result = {"day": DAY, "relations": len(relations), "cases": []}
for directed in (True, False):
    g = graph(directed)
    reverse = g.reverse() if directed else g
    for weighted in (True, False):
        length = "length" if weighted else None
        unit = 1e-12 if weighted else 1
        harmonic = nx.harmonic_centrality(reverse, distance=length)
        result["cases"].append(
            {
                "directed": directed,
                "weighted": weighted,
                "betweenness": nx.betweenness_centrality(g, weight=length),
                "harmonic": {a: h / unit for a, h in harmonic.items()},
                "pagerank": nx.pagerank(g, weight="strength" if weighted else None, tol=1e-15, max_iter=10000),
            }
        )
json.dump(result, sys.stdout, indent=1, sort_keys=True)
print()

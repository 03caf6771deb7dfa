"""The call of each library for each measure: name, which graphs it is for, the calls.

Where a library decides otherwise than this package, the call asks for what the ruling in MeasuresAndRulings.md says:
with `halves`, parallel edges are separate paths; with `arcs`, an undirected loop counts twice; with `merged` and `sym`,
loops and parallels count once or not at all. A call may depend on the graph: the first whose condition holds is made.
"""

CALLS = []


def call(name, condition, networkx=None, igraph=None):
    calls = {"networkx": networkx, "igraph": igraph}
    CALLS.append((name, condition, {k: v for k, v in calls.items() if v}))


# Degree and strength
call("degree", "", "by_node(dict(g.degree()))", "h.degree(mode='all')")
call("degree out", "directed", "by_node(dict(g.out_degree()))", "h.degree(mode='out')")
call("degree in", "directed", "by_node(dict(g.in_degree()))", "h.degree(mode='in')")
for way, of in ("", "degree"), (" out", "out_degree"), (" in", "in_degree"):
    only = " and directed" if way else ""
    mode = way.strip() or "all"
    call("strength" + way, "weighted" + only, f"by_node(dict(g.{of}(weight='strength')))",
         f"h.strength(mode='{mode}', weights='strength')")
    call("signed strength" + way, "signed" + only, f"by_node(dict(g.{of}(weight='signed')))",
         f"h.strength(mode='{mode}', weights='signed')")
call("degree distribution", "not directed", "nx.degree_histogram(g)", "np.bincount(h.degree(), minlength=1)")

# Distance and betweenness, in steps and in lengths
for unit, only, weight, weights in ("", "", "None", "None"), (" by length", " and long", "'length'", "'length'"):
    for way, graph, mode in ("out", "away", "out"), ("in", "g", "in"):
        only_way = "n > 0" + (" and directed" if way == "in" else "") + only
        call(f"closeness {way}{unit}", only_way,
             f"by_node(nx.closeness_centrality({graph}, distance={weight}))")
        call(f"closeness within component {way}{unit}", only_way,
             f"by_node(nx.closeness_centrality({graph}, distance={weight}, wf_improved=False))",
             f"nan_as_0(h.closeness(mode='{mode}', weights={weights}))")
        call(f"harmonic {way}{unit}", only_way,
             f"by_node(nx.harmonic_centrality({graph}, distance={weight}))",
             f"h.harmonic_centrality(mode='{mode}', weights={weights}, normalized=False)")
        call(f"eccentricity {way}{unit}", only_way,
             [("strong", f"by_node(nx.eccentricity({'g' if way == 'out' else 'away'}, weight={weight}))")],
             f"h.eccentricity(mode='{mode}', weights={weights})")
    call(f"harmonic either way{unit}", "directed" + only, None,
         f"h.harmonic_centrality(mode='all', weights={weights}, normalized=False)")
    call(f"betweenness{unit}", "n > 0" + only,
         [("not parallels", f"by_node(nx.betweenness_centrality(g, normalized=False, weight={weight}))"),
          ("", f"by_node(nx.betweenness_centrality_subset(halves, nodes, nodes, weight={weight}))")],
         f"h.betweenness(weights={weights})")
    call(f"betweenness as fraction{unit}", "n > 0 and not parallels" + only,
         f"by_node(nx.betweenness_centrality(g, weight={weight}))")
    call(f"edge betweenness{unit}", "edges > 0" + only,
         [("not parallels", f"by_edge(nx.edge_betweenness_centrality(g, normalized=False, weight={weight}))"),
          ("", "[nx.betweenness_centrality_subset(halves, nodes, nodes, "
               f"weight={weight})[n + i] if case.edges[i][0] != case.edges[i][1] else 0 for i in range(edges)]")],
         f"h.edge_betweenness(weights={weights})")
    # Both libraries halve undirected pairs of disjoint sets; here each pair of a source and a target counts once.
    call(f"subset betweenness{unit}", "n > 2" + only,
         [("directed", f"by_node(nx.betweenness_centrality_subset(halves, S, T, weight={weight}))"),
          ("", f"[2 * x for x in by_node(nx.betweenness_centrality_subset(halves, S, T, weight={weight}))]")],
         [("directed", f"h.betweenness(weights={weights}, sources=S, targets=T)"),
          ("", f"[2 * x for x in h.betweenness(weights={weights}, sources=S, targets=T)]")])
    # group_betweenness_centrality contradicts its own definition; NetworkX's list of all shortest paths does not.
    call(f"group betweenness{unit}", "n > 5 and edges > 0 and not parallels" + only,
         f"group_share(nx.all_shortest_paths, {{1, 2, n // 2}}, {weight})")
    # Sums over the graph
    call(f"diameter{unit}", "edges > 0" + only,
         [("strong", f"nx.diameter(g, weight={weight})")], f"h.diameter(directed=True, unconn=True, weights={weights})")
    call(f"radius{unit}", "strong" + only, f"nx.radius(g, weight={weight})", f"h.radius(mode='out', weights={weights})")
    call(f"mean distance{unit}", "edges > 0 and not (n == 3 and loops)" + only,
         [("strong", f"nx.average_shortest_path_length(g, weight={weight})")],
         f"h.average_path_length(directed=True, unconn=True, weights={weights})")
    # Paths
    search = "nx.single_source_dijkstra_path_length(g, 0, weight='length')" if unit else \
        "nx.single_source_shortest_path_length(g, 0)"
    call(f"distances from the first{unit}", "n > 0" + only, f"by_node(dict({search}), None)",
         f"h.distances(source=[0], mode='out', weights={weights})")
    call(f"distances to the first{unit}", "n > 0 and directed" + only,
         f"by_node(dict({search.replace('(g', '(away')}), None)",
         f"h.distances(source=[0], mode='in', weights={weights})")
    call(f"two-sided search from the first{unit}", "n > 0" + only,
         f"[nx.bidirectional_dijkstra(g, 0, t, weight={weight or None})[0] if nx.has_path(g, 0, t) else None "
         "for t in nodes]",
         f"h.distances(source=[0], mode='out', weights={weights})")
    call(f"all pairs{unit}", "n <= 36" + only,
         f"nx.floyd_warshall_numpy(g, nodelist=range(n), weight={weight or None})",
         f"h.distances(mode='out', weights={weights}) if n else []")
    call(f"number of shortest paths{unit}", "n > 0" + only, f"ways_count(halves, {weight})",
         f"[len(h.get_all_shortest_paths(0, to=t, mode='out', weights={weights})) for t in nodes]")
    call(f"six shortest paths{unit}", "n > 1" + only,
         f"first(nx.shortest_simple_paths(merged, s, t, weight={weight}), 6, {weight})",
         f"path_sums(h_merged.get_k_shortest_paths(s, to=t, k=6, mode='out', weights={weights}, output='epath'), "
         f"{weight})")
call("global efficiency", "undirected and n > 1", "nx.global_efficiency(sym)")
call("reach within two steps", "n > 0",
     "[len(nx.single_source_shortest_path_length(g, v, cutoff=2)) - 1 for v in nodes]",
     "[k - 1 for k in h.neighborhood_size(order=2, mode='out')]")
call("Bellman-Ford with lengths below 0", "directed and long",
     "by_node(nx.single_source_bellman_ford_path_length(tilted, 0, weight='length'), None)",
     "h.distances(source=[0], mode='out', weights=tilted_lengths, algorithm='bellman_ford')")
call("most reliable path from the first", "weighted and directed",
     "by_node({t: math.exp(-d) for t, d in nx.single_source_dijkstra_path_length(doubtful, 0, weight='doubt').items()})",
     "[math.exp(-d) for d in h.distances(source=[0], mode='out', weights=doubts)[0]]")
call("widest path from the first", "weighted and undirected",
     "narrowest(nx.maximum_spanning_tree(wide, weight='width'))")
call("shortest spanning tree", "long and undirected",
     "nx.minimum_spanning_tree(g, weight='length').size(weight='length')",
     "sum(h.spanning_tree(weights='length').es['length'])")
call("strongest spanning tree", "weighted and undirected",
     "nx.maximum_spanning_tree(g, weight='strength').size(weight='strength')",
     "-sum(-x for x in h.spanning_tree(weights=[-x for x in h.es['strength']]).es['strength'])")

# Current, walks
call("current-flow betweenness", "undirected and connected and n > 2",
     "by_node(nx.current_flow_betweenness_centrality(sym, weight='count', solver='full'))")
call("current-flow betweenness by strength", "undirected and connected and n > 2 and weighted",
     "by_node(nx.current_flow_betweenness_centrality(sym, weight='strength', solver='full'))")
call("current-flow closeness", "undirected and connected and n > 1",
     "[(n - 1) * x for x in by_node(nx.current_flow_closeness_centrality(sym, weight='count', solver='full'))]")
call("current-flow closeness by strength", "undirected and connected and n > 1 and weighted",
     "[(n - 1) * x for x in by_node(nx.current_flow_closeness_centrality(sym, weight='strength', solver='full'))]")
call("effective resistance from the first", "undirected and connected and n > 1",
     "[nx.resistance_distance(sym, 0, v, weight='count', invert_weight=False) for v in nodes]")
call("effective resistance by strength", "undirected and connected and n > 1 and weighted",
     "[nx.resistance_distance(sym, 0, v, weight='strength', invert_weight=False) for v in nodes]")
for unit, only, key in ("", "", "count"), (" by strength", " and weighted", "strength"):
    weights = f"'{key}'"
    call(f"eigenvector{unit}", "strong and edges > 0 and n > 2" + only,
         f"top(by_node(nx.eigenvector_centrality_numpy(arcs, weight='{key}')))",
         f"h.eigenvector_centrality(directed=True, scale=True, weights={weights})")
    factor = {"count": 0.03, "strength": 0.01}[key]
    call(f"Katz{unit}", "n > 0" + only,
         f"by_node(nx.katz_centrality_numpy(arcs, alpha={factor}, normalized=False, weight='{key}'))")
    call(f"PageRank{unit}", "n > 0" + only,
         f"by_node(nx.pagerank(arcs, alpha=0.85, tol=1e-15, max_iter=10000, weight='{key}'))",
         f"h.pagerank(damping=0.85, weights={weights})")
    call(f"PageRank from the first two{unit}", "n > 1" + only,
         "by_node(nx.pagerank(arcs, alpha=0.85, personalization={0: 1, 1: 1}, tol=1e-15, max_iter=10000, "
         f"weight='{key}'))",
         f"h.personalized_pagerank(damping=0.85, reset_vertices=[0, 1], weights={weights})")
    # On a bipartite graph hubs and authorities are any mixture of two vectors, and the libraries' mixtures differ.
    call(f"hubs{unit}", "strong and edges > 0 and n > 2 and (directed or not nx.is_bipartite(g))" + only,
         f"top(by_node(nx.hits(weigh(arcs, '{key}'))[0]))", f"h.hub_score(weights={weights}, scale=True)")
    call(f"authorities{unit}", "strong and edges > 0 and n > 2 and (directed or not nx.is_bipartite(g))" + only,
         f"top(by_node(nx.hits(weigh(arcs, '{key}'))[1]))", f"h.authority_score(weights={weights}, scale=True)")
    call(f"trophic level{unit}", "directed and case.name in ('layers', 'two-rings-fed')" + only,
         f"by_node(nx.trophic_levels(arcs, weight='{key}'))")
    # Burt's measures: NetworkX gives NaN to nodes of a directed graph that only receive, so direction is put aside
    # before; its effective size is asked node by node, because asked for all at once it errs.
    call(f"constraint{unit}", "n > 0" + only,
         f"nan_as_0(by_node(nx.constraint(sym, weight='{key}')))",
         f"nan_as_0(h_merged.constraint(weights={weights}))")
    call(f"effective size{unit}", "n > 0" + only,
         f"nan_as_0([nx.effective_size(sym, nodes=[v], weight='{key}')[v] for v in nodes])")
    call(f"efficiency{unit}", "n > 0" + only,
         f"[nx.effective_size(sym, nodes=[v], weight='{key}')[v] / sym.degree(v) if sym.degree(v) else 0 "
         "for v in nodes]")
    # Flow
    call(f"maximum flow from the first{unit}", "n > 1" + only,
         f"[nx.maximum_flow_value(arcs, 0, t, capacity='{key}') for t in nodes if t > 0]",
         f"[h.maxflow_value(0, t, capacity={weights}) for t in nodes if t > 0]")
    call(f"minimum cut from the first{unit}", "n > 1" + only,
         f"[nx.minimum_cut_value(arcs, 0, t, capacity='{key}') for t in nodes if t > 0]",
         f"[h.mincut_value(0, t, capacity={weights}) for t in nodes if t > 0]")
    call(f"global minimum cut{unit}", "undirected and n > 1" + only,
         [("connected", f"nx.stoer_wagner(sym, weight='{key}')[0]")], f"h.mincut_value(capacity={weights})")
    for gamma in 1, 0.5:
        call(f"modularity at {gamma}{unit}", "edges > 0" + only,
             f"nx.community.modularity(arcs, communities, weight='{key}', resolution={gamma})",
             f"h.modularity(groups, weights={weights}, resolution={gamma}, directed=True)")
call("subgraph centrality", "undirected and simple and n > 0", "by_node(nx.subgraph_centrality(g))")
call("communicability from the first", "undirected and simple and n > 0", "by_node(nx.communicability(g)[0])")

# Position
call("coreness", "n > 0", [("simple", "by_node(nx.core_number(g))")], "h_no_loops.coreness(mode='all')")
call("coreness out", "directed", None, "h_no_loops.coreness(mode='out')")
call("coreness in", "directed", None, "h_no_loops.coreness(mode='in')")
call("local reaching", "n > 1 and edges > 0", "[nx.local_reaching_centrality(merged, v) for v in nodes]")
call("global reaching", "n > 1 and edges > 0", "nx.global_reaching_centrality(merged)")
call("VoteRank", "simple and n > 0", "ranks(nx.voterank(g))")

# Flow and cuts
call("edge-disjoint paths from the first", "n > 1",
     [("simple", "[nx.edge_connectivity(g, 0, t) for t in nodes if t > 0]")],
     "[h.edge_disjoint_paths(0, t) for t in nodes if t > 0]")
call("node-disjoint paths from the first", "n > 1",
     [("simple", "[len(list(nx.node_disjoint_paths(g, 0, t))) if nx.has_path(g, 0, t) else 0 for t in nodes if t > 0]")],
     "[node_ways(t) for t in nodes if t > 0]")
call("bridges", "edges > 0", [("simple and undirected", "[int((u, v) in set(nx.bridges(g)) or (v, u) in "
                               "set(nx.bridges(g))) for u, v in case.edges]")],
     "[int(i in set(h_either.bridges())) for i in range(edges)]")
call("articulation points", "n > 0", "[int(v in set(nx.articulation_points(sym))) for v in nodes]",
     "[int(v in set(h_sym.articulation_points())) for v in nodes]")
call("pieces without a node", "n > 0", "[pieces_after(v) for v in nodes]")
call("dominators from the first", "n > 0", "dominators(nx.immediate_dominators(arcs, 0))",
     "[x if x >= 0 else -1 for x in h_arcs.dominator(0, mode='out')]")

# Structure
call("weak components", "n > 0", "labels(nx.connected_components(sym))",
     "renumbered(h.connected_components(mode='weak').membership)")
call("strong components", "n > 0", "labels(nx.strongly_connected_components(arcs))",
     "renumbered(h.connected_components(mode='strong').membership)")
call("layers of the condensation", "directed and n > 0",
     "[next(i for i, layer in enumerate(nx.topological_generations(nx.condensation(merged))) "
     "if nx.condensation(merged).graph['mapping'][v] in layer) for v in nodes]")
call("ties of the condensation", "directed and n > 0", "nx.condensation(merged).number_of_edges()")
call("density", "n > 1", "nx.density(merged)", "h_merged.density()")
call("reciprocity", "directed and merged.number_of_edges() > 0", "nx.overall_reciprocity(merged)",
     "h_merged.reciprocity(ignore_loops=True, mode='default')")
call("triangles", "n > 0", "by_node(nx.triangles(sym))",
     "np.bincount([v for three in h_sym.list_triangles() for v in three], minlength=n)")
call("transitivity", "n > 0", "nx.transitivity(sym)", "h_sym.transitivity_undirected(mode='zero')")
call("local clustering", "n > 0", "by_node(nx.clustering(sym))", "h_sym.transitivity_local_undirected(mode='zero')")
call("local clustering by Onnela", "weighted", "by_node(nx.clustering(sym, weight='strength'))")
call("local clustering by Barrat", "weighted", None,
     "h_sym.transitivity_local_undirected(mode='zero', weights='strength')")
call("degree assortativity", "edges > 2 and not loops and len({d for _, d in g.degree()}) > 1",
     "nx.degree_pearson_correlation_coefficient(g, x='out', y='in')",
     "h.assortativity_degree(directed=True)")
call("dyad census", "n > 0", None, "h_merged.as_directed().dyad_census() if undirected else h_merged.dyad_census()")
call("triad census", "n > 2", "list(nx.triadic_census(merged.to_directed()).values())",
     "list(h_merged.as_directed().triad_census()) if undirected else list(h_merged.triad_census())")
call("rich club", "merged.number_of_edges() > 0",
     "list(nx.rich_club_coefficient(sym, normalized=False).values())")
call("comparison of two divisions", "n > 3", None,
     "[ig.compare_communities(groups, other, method=m) for m in ('vi', 'nmi', 'rand', 'adjusted_rand')]")
call("greatest modularity", "undirected and connected and edges < 90 and n > 5", None,
     "h.community_optimal_modularity().modularity")

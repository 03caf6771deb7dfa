#!/usr/bin/env python3
"""Rank-biased overlap by its definition, for the frozen values of RankBiasedOverlapTests.swift.

usage: rank_biased_overlap.py

The sum (1 - p) * sum of p^(d - 1) * A_d over 20,000 depths, with the agreement carried on as W. Webber, A. Moffat and
J. Zobel do (ACM Trans. Inf. Syst. 28 (2010) 20): beyond the shorter list with its last overlap in proportion, beyond
the longer one with the agreement reached there. Tied actors stand in a list from the depth of their rank on.
"""


def overlap(short, long, p, depths=20_000):
    if len(short) > len(long):
        short, long = long, short
    s, l = len(short), len(long)

    def size(ranks, depth):
        return sum(1 for rank in ranks.values() if rank <= depth)

    def common(depth):
        return sum(1 for key in short if key in long and max(short[key], long[key]) <= depth)

    def agreement(depth):
        if depth <= s:
            return 2 * common(depth) / max(size(short, depth) + size(long, depth), 1)
        return common(depth) / size(long, depth) + common(s) * (depth - s) / (s * depth)

    values = [agreement(depth) for depth in range(1, l + 1)]
    return (1 - p) * sum(values[min(d, l) - 1] * p ** (d - 1) for d in range(1, depths))


def order(letters):
    return {letter: place + 1 for place, letter in enumerate(letters)}


for first, second, p in [
    (order("abcde"), order("bacde"), 0.9),
    (order("abcde"), order("edcba"), 0.9),
    (order("abcde"), order("abc"), 0.9),
    (order("abc"), order("xbcay"), 0.8),
    (order("abcdefghij"), order("badcfehgji"), 0.98),
    (order("ab"), order("ba"), 0.5),
    ({"a": 1, "b": 2, "c": 2, "d": 4}, order("abcd"), 0.9),
    ({"a": 1, "b": 1, "c": 3}, order("abc"), 0.9),
    ({"a": 1, "b": 2, "c": 2, "d": 4}, {"b": 1, "e": 1, "a": 3, "c": 4, "f": 5, "d": 6}, 0.9),
]:
    print(first, second, p, repr(overlap(first, second, p)))

#ifndef ACTORGRAPH_CGRAPHVIZ_H
#define ACTORGRAPH_CGRAPHVIZ_H

#include <gvc.h>
#include <cgraph.h>

// Graphviz says the following by macros or global variables, which Swift does not see.

extern char *HTTPServerEnVar;

/// Keeps Graphviz from opening files that a graph names.
static inline void graphvizForbidFiles(void) { HTTPServerEnVar = (char *)"1"; }

/// Where a layout put the middle of a node, in points.
static inline double graphvizX(Agnode_t *node) { return ND_pos(node)[0] * 72; }
static inline double graphvizY(Agnode_t *node) { return ND_pos(node)[1] * 72; }

#endif

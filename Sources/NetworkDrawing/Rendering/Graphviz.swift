import CGraphviz
import Synchronization

/// The only way to Graphviz' library: one job at a time.
///
/// The library keeps its state in global variables and is not safe to use from two threads, whatever context each
/// has. It is given graphs of this module's making only, renders to memory, and may open no files.
enum Graphviz {
  /// What Graphviz said since the job began.
  private static let messages = Mutex("")
  private static let owner = Mutex(Library())

  /// The context, made when it is first needed and then kept: making one leaks.
  private struct Library: ~Copyable {
    private var context: Context?

    /// A pointer that only this struct uses, under the lock around it.
    private struct Context { let pointer: OpaquePointer }

    mutating func job<Result>(
      _ task: String, _ text: String, layout: String,
      _ body: (OpaquePointer, UnsafeMutablePointer<Agraph_t>) -> Result?
    ) -> Swift.Result<Result, DrawingError> {
      Graphviz.messages.withLock { $0 = "" }
      if context == nil {
        graphvizForbidFiles()
        agseterrf { piece in
          guard let piece else { return 0 }
          let text = String(cString: piece)
          Graphviz.messages.withLock { if $0.utf8.count < 2000 { $0 += text } }
          return 0
        }
        agseterr(AGERR)
        context = gvContext().map { Context(pointer: $0) }
      }
      guard let pointer = context?.pointer, let graph = text.withCString(agmemread) else {
        return .failure(failure(task))
      }
      defer {
        agclose(graph)
        agreseterrors()
      }
      guard layout.withCString({ gvLayout(pointer, graph, $0) }) == 0 else { return .failure(failure(task)) }
      defer { gvFreeLayout(pointer, graph) }
      guard let result = body(pointer, graph) else { return .failure(failure(task)) }
      return .success(result)
    }

    private func failure(_ task: String) -> DrawingError {
      .graphviz(task: task, messages: Graphviz.messages.withLock { ShownText.line($0) })
    }
  }

  /// A line of a graph to lay out, with the distance wanted between its ends.
  struct Spring {
    let first: Int
    let second: Int
    let length: Double
  }

  /// Lays out a connected graph by its springs; the same call gives the same places.
  static func positions(
    nodeCount: Int, springs: [Spring], seed: Int, isLarge: Bool
  ) throws(DrawingError) -> [Point] {
    var text = "graph G {\ngraph [mode=major, overlap=true, splines=none, epsilon=0.001, start=\(seed)]\n"
    text += "node [shape=point, width=0.01, height=0.01, label=\"\"]\n"
    for node in 0..<nodeCount { text += "n\(node)\n" }
    for spring in springs {
      text += "n\(spring.first) -- n\(spring.second) [len=\(((spring.length / 72) * 1000).rounded() / 1000)]\n"
    }
    text += "}\n"
    let result = owner.withLock { library in
      library.job("lay the network out", text, layout: isLarge ? "sfdp" : "neato") { _, graph in
        var points: [Point] = []
        var node = agfstnode(graph)
        while let current = node {
          points.append(Point(x: graphvizX(current), y: graphvizY(current)))
          node = agnxtnode(graph, current)
        }
        return points.count == nodeCount && points.allSatisfy { $0.x.isFinite && $0.y.isFinite } ? points : nil
      }
    }
    return try result.get()
  }

  /// Renders a graph whose nodes and lines all have positions.
  static func render(_ text: String, as format: String) throws(DrawingError) -> [UInt8] {
    let result = owner.withLock { library in
      library.job("render the picture", text, layout: "nop2") { context, graph -> [UInt8]? in
        var data: UnsafeMutablePointer<CChar>?
        var count: UInt32 = 0
        guard format.withCString({ gvRenderData(context, graph, $0, &data, &count) }) == 0, let data else { return nil }
        defer { gvFreeRenderData(data) }
        return data.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          Array(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      }
    }
    return try result.get()
  }
}

import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
  /// What the description of every algorithm has, in the order of the template.
  private static let parts = [
    "///     ", "**Reading.**", "**Graph.**", "**Weights.**", "**Range.**", "**Precision.**", "**Repeatability.**",
    "```swift", "- Complexity:", "- Source:", "- SeeAlso:",
  ]

  private static let summary = "  public static let summary = AlgorithmSummary("

  /// Papers from before there were DOIs, and proceedings that have none.
  private static let withoutDOI: Set<String> = ["BreadthFirst", "BidirectionalDijkstra"]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/GraphAlgorithms")

  private struct Described {
    let name: String
    let text: String
  }

  /// The algorithms of some families with the lines of documentation above them.
  private static func described() throws -> [Described] {
    var found: [Described] = []
    let folder = try #require(FileManager.default.enumerator(atPath: root.path))
    for file in folder.compactMap({ $0 as? String }).sorted() where file.hasSuffix(".swift") {
      let lines = try String(contentsOf: root.appending(path: file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for (i, line) in lines.enumerated() where line.hasPrefix("public struct ") {
        let isAlgorithm = [": GraphAlgorithm", ": NodeMeasure", ": TemporalAlgorithm"].contains { line.contains($0) }
        // Algorithms on series of numbers have a summary, and no protocol.
        guard isAlgorithm || lines.dropFirst(i).prefix(40).contains(where: { $0.hasPrefix(Self.summary) }) else {
          continue
        }
        let start = lines[..<i].lastIndex { !$0.hasPrefix("///") }.map { $0 + 1 } ?? 0
        let name = line.dropFirst("public struct ".count).prefix { $0.isLetter || $0.isNumber }
        found.append(Described(name: String(name), text: lines[start..<i].joined(separator: "\n")))
      }
    }
    return found
  }

  @Test("Every algorithm says what it means, on which graphs, with which weights, how sure it is and where it is from")
  func template() throws {
    let algorithms = try Self.described()
    #expect(algorithms.count >= 90)
    for algorithm in algorithms {
      let missing = Self.parts.filter { !algorithm.text.contains($0) }
      #expect(missing.isEmpty, "\(algorithm.name)")
      let hasDOI = algorithm.text.contains("doi:10.")
      #expect(hasDOI != Self.withoutDOI.contains(algorithm.name), "\(algorithm.name)")
    }
  }

  // case 18-eigenvector-message-names-nobody
  @Test("No message writes the number of a node or an edge, which says nothing to whoever knows actors and relations")
  func messages() throws {
    let sources = Self.root.deletingLastPathComponent()
    for target in ["GraphAlgorithms", "GraphCore"] {
      let folder = sources.appending(path: target)
      for case let path as String in try #require(FileManager.default.enumerator(atPath: folder.path))
      where path.hasSuffix(".swift") && path != "Running/GraphText.swift" && path != "Running/GraphNames.swift" {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.contains("///") && !line.contains("precondition(") {
          let names = line.contains(#/(node|edge) \\\(/#)
          #expect(!names, "\(target)/\(path): write \\(node: …) or \\(edge: …) in \(line)")
        }
      }
    }
  }
}

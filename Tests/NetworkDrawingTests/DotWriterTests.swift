import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("DotWriter")
struct DotWriterTests {
  private static let hostile = #"a"b\c\N \l\G &amp; & < > { | } # // /* "x" → ü"#

  private func lines(_ network: NetworkContent, withTooltips: Bool = true) throws -> [String] {
    let text = DotWriter(try drawingOf(network).compose().picture).text(withTooltips: withTooltips)
    return text.split(separator: "\n").map(String.init)
  }

  /// The quoted texts of a line; `nil` where a quote is not closed.
  private func quoted(_ line: String) -> [String]? {
    var texts: [String] = []
    var open: String?
    var isEscaped = false
    for character in line {
      if var text = open {
        if !isEscaped && character == "\"" {
          texts.append(text)
          open = nil
        } else {
          text.append(character)
          open = text
        }
        isEscaped = !isEscaped && character == "\\"
      } else if character == "\"" {
        open = ""
      }
    }
    return open == nil ? texts : nil
  }

  @Test("What users wrote stands in quotes that are closed on its line, and nowhere else")
  func quotes() throws {
    var network = content([Self.hostile, "B"], [(0, 1)])
    network.relations[0].type = Self.hostile
    network.title = Self.hostile
    for line in try lines(network).dropFirst(2) {
      let texts = try #require(quoted(line), "\(line)")
      var rest = line
      for text in texts { rest = rest.replacing("\"\(text)\"", with: "") }
      #expect(!rest.contains("→") && !rest.contains("ü") && !rest.contains("#"), "\(line)")
      // Each backslash is doubled, or makes a quote, the end of a line or its side.
      for text in texts {
        let escapes = text.replacing("\\\\", with: "").split(separator: "\\", omittingEmptySubsequences: false)
          .dropFirst()
        #expect(escapes.allSatisfy { $0.hasPrefix("\"") || $0.hasPrefix("n") || $0.hasPrefix("l") }, "\(text)")
      }
    }
  }

  @Test("Every actor and text is a node with a place, and every line an edge between nodes that are there")
  func nodes() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let text = DotWriter(composition.picture).text()
    let rows = text.split(separator: "\n").map(String.init)
    let names = rows.filter { !$0.contains(" -> ") && $0.contains(" [") }.compactMap { $0.split(separator: " ").first }
    #expect(Set(names).count == names.count)
    let edges = rows.filter { $0.contains(" -> ") }
    #expect(edges.count >= composition.relations.count)
    for edge in edges {
      let ends = edge.split(separator: " [")[0].split(separator: " -> ")
      #expect(ends.allSatisfy(names.contains), "\(edge)")
    }
    for row in rows where row.contains(" [") && !["graph", "node", "edge"].contains(row.prefix { $0 != " " }) {
      #expect(row.contains("pos=\""), "\(row)")
    }
    for relation in composition.relations { #expect(text.contains("id=\"relation-\(relation.id)\"")) }
  }

  @Test("Numbers are plain decimals with a point, and the resolution is written where it is wanted")
  func numbers() throws {
    let picture = try ArticleNetwork.drawing().compose().picture
    let text = DotWriter(picture).text(dotsPerInch: 150)
    #expect(text.contains("dpi=150") && !DotWriter(picture).text().contains("dpi="))
    for place in text.matches(of: /pos="([^"]*)"/) {
      #expect(place.output.1.wholeMatch(of: /[0-9es.,; -]+/) != nil, "\(place.output.1)")
    }
  }
}

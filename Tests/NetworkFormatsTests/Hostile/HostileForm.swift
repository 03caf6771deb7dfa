import ActorModel
import EventFeeds
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// One small file in each format: two actors and the tie between them, with ids and a weight of one's choice.
///
/// The hostile inputs are numbered as in the list that the tests are named after: C01 to C42.
struct HostileForm: Sendable, CustomTestStringConvertible {
  let id: String
  /// The file's text around two ids and a weight, as they stand in the file.
  let file: @Sendable (_ first: String, _ second: String, _ weight: String) -> String
  /// A comment; `nil` where the format has none.
  var comment: String?
  /// Whether actors are listed apart from the ties.
  var declaresActors = true
  /// Whether one line is one record, so that a file that is cut off between lines is a whole file.
  var isLines = false
  /// Whether ids are numbers, and the texts names beside them.
  var numbersActors = false
  /// How a text is written between quotes.
  var escape: @Sendable (String) -> String = { $0 }

  var testDescription: String { id }

  /// The file with ids that stand for themselves.
  func text(_ first: String = "alpha", _ second: String = "beta", weight: String = "2") -> String {
    file(escape(first), escape(second), weight)
  }

  /// What came of reading.
  enum Outcome {
    case read(ImportedNetwork)
    case refused([Diagnostic])

    var network: ActorNetwork? {
      if case .read(let imported) = self { imported.network } else { nil }
    }

    /// The messages of a refusal, or the warnings of a reading.
    var messages: [String] {
      switch self {
      case .read(let imported): imported.report.diagnostics.map(\.description)
      case .refused(let problems): problems.map(\.description)
      }
    }

    var isRefused: Bool { network == nil }
  }

  func read(_ bytes: [UInt8], options: ReadOptions = ReadOptions()) -> Outcome {
    guard let format = FormatRegistry(feeds: [GDELTFormat()]).reader(id: id) else { return .refused([]) }
    do throws(Diagnostics) {
      return .read(try format.read(InputFile(name: "f", bytes: bytes), options: options))
    } catch {
      return .refused(error.list)
    }
  }

  func read(_ text: String, options: ReadOptions = ReadOptions()) -> Outcome {
    read(Array(text.utf8), options: options)
  }

  /// Expects a refusal with an error at a place, and a message that holds a text.
  func expectRefusal(
    _ bytes: [UInt8], _ part: String = "", options: ReadOptions = ReadOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let outcome = read(bytes, options: options)
    guard case .refused(let problems) = outcome else {
      let ids = outcome.network?.actors.map(\.id) ?? []
      Issue.record("\(id): read as \(ids) instead of refused", sourceLocation: sourceLocation)
      return
    }
    let hasError = problems.contains { $0.severity == .error && (part.isEmpty || $0.description.contains(part)) }
    #expect(hasError, "\(id): \(outcome.messages)", sourceLocation: sourceLocation)
    let arePlaced = problems.allSatisfy { $0.location >= .start && $0.description.hasPrefix("f:") }
    #expect(arePlaced, sourceLocation: sourceLocation)
  }

  func expectRefusal(
    _ text: String, _ part: String = "", options: ReadOptions = ReadOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectRefusal(Array(text.utf8), part, options: options, sourceLocation: sourceLocation)
  }

  /// Expects that actors with these ids are read, with a warning that holds a text where one is named.
  func expectActors(
    _ ids: [String], in text: String, warning: String? = nil, options: ReadOptions = ReadOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let outcome = read(text, options: options)
    let found = outcome.network?.actors.map { numbersActors ? $0.name : $0.id } ?? []
    // Scalars, since `==` of texts is blind to how a letter is composed.
    let isSame = found.map { Array($0.unicodeScalars) } == ids.map { Array($0.unicodeScalars) }
    #expect(isSame, "\(id): \(found) for \(ids); \(outcome.messages)", sourceLocation: sourceLocation)
    guard let warning, !numbersActors else { return }
    #expect(
      outcome.messages.contains { $0.contains("warning:") && (warning.isEmpty || $0.contains(warning)) },
      "\(id): \(outcome.messages)",
      sourceLocation: sourceLocation)
  }
}

extension HostileForm {
  /// All formats that are read.
  static let all: [HostileForm] = tables + trees + graphs

  /// Event tables, whose weights have a scale, and which are not written: for what concerns bytes and ids.
  static let events = HostileForm(
    id: "gdelt",
    file: { String(decoding: EventRow.table([EventRow($0, $1, [.goldstein: $2])]), as: UTF8.self) },
    declaresActors: false, isLines: true)

  static let withEvents = all + [events]

  private static let tables: [HostileForm] = [
    HostileForm(
      id: "csv", file: { "Source,Target,Weight\n\"\($0)\",\"\($1)\",\($2)\n" }, declaresActors: false, isLines: true,
      escape: { $0.replacing("\"", with: "\"\"") }),
    HostileForm(
      id: "matrix", file: { ",\"\($0)\",\"\($1)\"\n\"\($0)\",0,\($2)\n\"\($1)\",0,0\n" }, isLines: true,
      escape: { $0.replacing("\"", with: "\"\"") }),
    HostileForm(
      id: "edgelist", file: { "\($0) \($1) \($2)\n" }, comment: "# nothing\n", declaresActors: false, isLines: true),
    HostileForm(
      id: "pajek", file: { "*Vertices 2\n1 \"\($0)\"\n2 \"\($1)\"\n*Arcs\n1 2 \($2)\n" }, comment: "% nothing\n",
      isLines: true),
    HostileForm(
      id: "dl", file: { "dl n=2 format=edgelist1\nlabels:\n\"\($0)\"\n\"\($1)\"\ndata:\n1 2 \($2)\n" }, isLines: true),
  ]

  private static let trees: [HostileForm] = [
    HostileForm(
      id: "network",
      file: {
        "network: n\nactors:\n  - {id: \"\($0)\", name: x}\n  - {id: \"\($1)\", name: x}\nrelations:\n  - id: r\n"
          + "    from: \"\($0)\"\n"
          + "    to: \"\($1)\"\n    type: t\n    strength: \($2)\n"
      }, comment: "# nothing\n", isLines: true, escape: json),
    HostileForm(
      id: "network-json",
      file: {
        "{\"network\": \"n\",\n\"actors\": [{\"id\": \"\($0)\", \"name\": \"x\"},\n{\"id\": \"\($1)\", \"name\": "
          + "\"x\"}],\n\"relations\": [\n{\"id\": \"r\", "
          + "\"from\": \"\($0)\", \"to\": \"\($1)\", \"type\": \"t\",\n\"strength\": \($2)}]}\n"
      }, escape: json),
    HostileForm(
      id: "node-link",
      file: {
        "{\"directed\": true,\n\"nodes\": [{\"id\": \"\($0)\"},\n{\"id\": \"\($1)\"}],\n\"links\": [\n"
          + "{\"source\": \"\($0)\", \"target\": \"\($1)\",\n\"weight\": \($2)}]}\n"
      }, escape: json),
    HostileForm(
      id: "jgf",
      file: {
        "{\"graph\": {\"directed\": true,\n\"nodes\": {\"\($0)\": {},\n\"\($1)\": {}},\n\"edges\": [\n"
          + "{\"source\": \"\($0)\", \"target\": \"\($1)\",\n\"metadata\": {\"weight\": \($2)}}]}}\n"
      }, escape: json),
  ]

  private static let graphs: [HostileForm] = [
    HostileForm(
      id: "graphml",
      file: {
        "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\n<key id='w' for='edge' attr.name='weight' "
          + "attr.type='double'/>\n<graph edgedefault='directed'>\n<node id=\"\($0)\"/>\n<node id=\"\($1)\"/>\n"
          + "<edge source=\"\($0)\" target=\"\($1)\">\n<data key='w'>\($2)</data></edge></graph></graphml>\n"
      }, comment: "<!-- nothing -->\n", escape: xml),
    HostileForm(
      id: "gexf",
      file: {
        "<gexf xmlns='http://gexf.net/1.3' version='1.3'>\n<graph defaultedgetype='directed'><nodes>\n"
          + "<node id=\"\($0)\"/>\n<node id=\"\($1)\"/></nodes>\n<edges>\n<edge id='0' source=\"\($0)\" "
          + "target=\"\($1)\"\nweight=\"\($2)\"/></edges></graph></gexf>\n"
      }, comment: "<!-- nothing -->\n", escape: xml),
    HostileForm(
      id: "gml",
      file: {
        "graph [\ndirected 1\nnode [ id 1 label \"\($0)\" ]\nnode [ id 2 label \"\($1)\" ]\n"
          + "edge [ source 1 target 2\nweight \($2) ]\n]\n"
      }, comment: "# nothing\n", numbersActors: true,
      escape: { $0.replacing("&", with: "&amp;").replacing("\"", with: "&quot;") }),
    HostileForm(
      id: "dot", file: { "digraph {\n\"\($0)\";\n\"\($1)\";\n\"\($0)\" -> \"\($1)\"\n[weight=\"\($2)\"];\n}\n" },
      comment: "// nothing\n", escape: { $0.replacing("\"", with: "\\\"") }),
  ]

  private static func json(_ text: String) -> String {
    escaped(text, ["\\": "\\\\", "\"": "\\\""])
  }

  private static func xml(_ text: String) -> String {
    escaped(text, ["&": "&amp;", "<": "&lt;", "\"": "&quot;"])
  }

  /// A text with other forms of some of its scalars; by scalars, as a million marks on one letter are one character.
  private static func escaped(_ text: String, _ forms: [Unicode.Scalar: String]) -> String {
    guard text.unicodeScalars.contains(where: { forms[$0] != nil }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let form = forms[scalar] { result.append(contentsOf: form.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// The forms in which a quoted text may hold any character; an edge list has no quotes.
  static let quoted = all.filter { $0.id != "edgelist" }
  static let xmlForms = all.filter { ["graphml", "gexf"].contains($0.id) }
}

import ActorModel
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("Hostile ids and ties, in every format")
struct HostileIDTests {
  /// Formats in which two actors can have one id: names of columns, numbered lines and keys of objects cannot.
  static let listed = HostileForm.all.filter { form in
    ["network", "network-json", "node-link", "graphml", "gexf"].contains(form.id)
  }

  @Test("C16: the same id twice is a warning with the same data, and an error with other data", arguments: listed)
  func c16(_ form: HostileForm) {
    let isOwn = form.id.hasPrefix("network")
    let outcome = form.read(form.text("alpha", "alpha"))
    #expect(outcome.isRefused == isOwn, "\(form.id): \(outcome.messages)")
    #expect(outcome.messages.contains { $0.contains("alpha") }, "\(form.id): \(outcome.messages)")
    let other: (String, String) =
      switch form.id {
      case "graphml", "gexf": ("<node id=\"beta\"/>", "<node id=\"alpha\" label=\"x\"/>")
      case "network": ("{id: \"beta\", name: x}", "{id: \"alpha\", name: y}")
      case "network-json": ("{\"id\": \"beta\", \"name\": \"x\"}", "{\"id\": \"alpha\", \"name\": \"y\"}")
      default: ("{\"id\": \"beta\"}", "{\"id\": \"alpha\", \"name\": \"x\"}")
      }
    let text = form.text().replacing(other.0, with: other.1).replacing("beta", with: "alpha")
    guard form.id != "graphml" else { return }
    form.expectRefusal(text, "duplicate id 'alpha'")
  }

  @Test("C16: GraphML's data tell two actors of one id apart")
  func c16GraphML() throws {
    let form = try #require(HostileForm.all.first { $0.id == "graphml" })
    let text = form.text().replacing("<graph ", with: "<key id='n' for='node' attr.name='x'/><graph ")
      .replacing("<node id=\"beta\"/>", with: "<node id=\"alpha\"><data key='n'>1</data></node>")
      .replacing("beta", with: "alpha")
    form.expectRefusal(text, "duplicate id 'alpha'; it stands in line")
  }

  @Test(
    "C17: ids that differ only in how accents are composed are one, and that is said", arguments: HostileForm.withEvents
  )
  func c17(_ form: HostileForm) {
    switch form.read(form.text("e\u{301}", "\u{E9}")) {
    case .refused(let problems): #expect(problems.contains { $0.message.contains("\u{E9}") }, "\(form.id): \(problems)")
    case .read(let imported):
      // Where actors are numbered the numbers keep them apart.
      let isNumbered = imported.network.actors.map(\.id) == ["1", "2"]
      #expect(isNumbered || imported.network.actors.count == 1, "\(form.id): \(imported.network.actors)")
      #expect(isNumbered || !imported.report.diagnostics.isEmpty, "\(form.id): \(imported.report)")
    }
  }

  @Test(
    "C18: capitals, spaces, soft hyphens and invisible characters keep ids apart", arguments: HostileForm.withEvents)
  func c18(_ form: HostileForm) {
    var pairs = [("Iran", "IRAN"), ("Iran", "Ir\u{200B}an"), ("Iran", "Ir\u{AD}an")]
    if form.id != "edgelist" { pairs += [("New York", "New\u{A0}York"), ("Iran", "Iran\u{A0}")] }
    for (a, b) in pairs { form.expectActors([a, b], in: form.text(a, b), warning: "look alike") }
    guard !["edgelist", "matrix"].contains(form.id) else { return }
    form.expectActors(["Iran", "Iran "], in: form.text("Iran", "Iran "), warning: "")
  }

  @Test("C19: a Cyrillic letter that looks Latin keeps ids apart, with a warning", arguments: HostileForm.withEvents)
  func c19(_ form: HostileForm) {
    form.expectActors(["Russia", "Russi\u{430}"], in: form.text("Russia", "Russi\u{430}"), warning: "look alike")
  }

  @Test(
    "C20: characters that turn the direction of writing are kept, and escaped when shown",
    arguments: HostileForm.withEvents)
  func c20(_ form: HostileForm) {
    for id in ["a\u{202E}b", "a\u{2066}b\u{2069}"] {
      form.expectActors([id, "beta"], in: form.text(id), warning: "direction-changing characters")
      let shown = form.read(form.text(id, weight: "x")).messages + form.read(form.text(id, id + id)).messages
      #expect(shown.allSatisfy { !$0.unicodeScalars.contains { (0x202A...0x2069).contains($0.value) } })
    }
  }

  @Test(
    "C10, C20: in the texts of a network file such characters are kept, with a warning; lines and tabs are a text's own",
    arguments: ["network", "network-json"])
  func c20Texts(_ id: String) throws {
    let form = try #require(HostileForm.all.first { $0.id == id })
    let name = id == "network" ? "name: x}\n  - " : "\"name\": \"x\"},\n"
    func text(_ escape: String) -> String {
      form.text().replacing(name, with: name.replacing(id == "network" ? "x" : "\"x\"", with: "\"\(escape)\""))
    }
    for (escape, read) in [("x\\u202Ey", "x\u{202E}y"), ("x\\u001By", "x\u{1B}y")] {
      let outcome = form.read(text(escape))
      #expect(outcome.network?.actors[0].name == read, "\(outcome.messages)")
      #expect(outcome.messages.count == 1 && outcome.messages[0].contains("warning: name has control or direction"))
      var strict = ReadOptions()
      strict.isStrict = true
      form.expectRefusal(text(escape), "name has control or direction-changing characters", options: strict)
    }
    let lines = form.read(text("x\\n\\ty"))
    #expect(lines.network?.actors[0].name == "x\n\ty" && lines.messages.isEmpty, "\(lines.messages)")
  }

  @Test(
    "C21: emoji, Arabic and Hebrew are kept; a million combining marks are refused", arguments: HostileForm.withEvents)
  func c21(_ form: HostileForm) {
    for id in ["👩‍👩‍👧", "طالبان", "ירושלים"] { form.expectActors([id, "beta"], in: form.text(id)) }
    form.expectRefusal(form.text("a" + String(repeating: "\u{301}", count: 1_000_000)))
  }

  @Test("C22: a name of 64 KiB is kept, a longer one refused", arguments: HostileForm.withEvents)
  func c22(_ form: HostileForm) {
    let long = String(repeating: "x", count: 65_536)
    form.expectActors([long, "beta"], in: form.text(long))
    form.expectRefusal(form.text(long + "x"))
  }

  /// The text with a tie to an actor that is not there, in formats that declare their actors by id.
  private func undeclared(_ form: HostileForm) -> String? {
    switch form.id {
    case "network": form.text().replacing("to: \"beta\"", with: "to: \"gamma\"")
    case "network-json": form.text().replacing("\"to\": \"beta\"", with: "\"to\": \"gamma\"")
    case "node-link", "jgf": form.text().replacing("\"target\": \"beta\"", with: "\"target\": \"gamma\"")
    case "graphml", "gexf": form.text().replacing("target=\"beta\"", with: "target=\"gamma\"")
    case "gml": form.text().replacing("target 2", with: "target 3")
    case "pajek", "dl": form.text().replacing("1 2 2", with: "1 3 2")
    default: nil
    }
  }

  @Test(
    "C23: a tie to an actor that is not declared is refused, or creates it where asked for", arguments: HostileForm.all)
  func c23(_ form: HostileForm) {
    guard let text = undeclared(form) else { return }
    form.expectRefusal(text)
    guard ["node-link", "jgf", "graphml", "gexf", "gml"].contains(form.id) else { return }
    var options = ReadOptions()
    options.createsMissingActors = true
    let outcome = form.read(text, options: options)
    #expect(outcome.network?.actors.count == 3, "\(form.id): \(outcome.messages)")
    #expect(outcome.messages.contains { $0.contains("not declared, and was created") })
  }

  @Test("C24: a tie without an end is refused", arguments: HostileForm.all)
  func c24(_ form: HostileForm) {
    let text = form.text()
    let spoilt: String? =
      switch form.id {
      case "csv": text.replacing("\"beta\"", with: "")
      case "edgelist": "alpha\n"
      case "pajek", "dl": text.replacing("1 2 2", with: "1")
      case "network": text.replacing("    to: \"beta\"\n", with: "")
      case "network-json": text.replacing("\"to\": \"beta\", ", with: "")
      case "node-link", "jgf": text.replacing("\"target\": \"beta\",", with: "")
      case "graphml": text.replacing(" target=\"beta\"", with: "")
      case "gexf": text.replacing("target=\"beta\"", with: "")
      case "gml": text.replacing("target 2", with: "")
      case "dot": text.replacing("-> \"beta\"", with: "->")
      default: nil
      }
    if let spoilt { form.expectRefusal(spoilt) }
  }

  @Test(
    "C25: loops, parallel ties and both directions are kept and counted",
    arguments: ["csv", "edgelist", "pajek", "dot"])
  func c25(_ id: String) throws {
    let text =
      switch id {
      case "csv": "Source,Target\na,a\na,b\na,b\nb,a\n"
      case "edgelist": "a a\na b\na b\nb a\n"
      case "pajek": "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 1\n1 2\n1 2\n2 1\n"
      default: "digraph { a -> a; a -> b; a -> b; b -> a }"
      }
    let form = try #require(HostileForm.all.first { $0.id == id })
    guard case .read(let imported) = form.read(text) else { return #expect(Bool(false), "\(form.read(text).messages)") }
    #expect(imported.network.relations.count == 4)
    #expect(imported.report.count("self-loops") == 1 && imported.report.count("parallel ties") == 1)
  }

  @Test("C26: a direction that the tie's own signs contradict is refused")
  func c26() throws {
    let dot = try #require(HostileForm.all.first { $0.id == "dot" })
    dot.expectRefusal("graph { a -> b }", "-> in a graph without directions")
    dot.expectRefusal("digraph { a -- b }", "-- in a graph with directions")
    let csv = try #require(HostileForm.all.first { $0.id == "csv" })
    csv.expectRefusal("Source,Target,Directed\na,b,sideways\n", "whether the tie is directed")
  }
}

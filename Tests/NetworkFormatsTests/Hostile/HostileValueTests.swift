import ActorModel
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("Hostile values, in every format")
struct HostileValueTests {
  /// The strength, with its sign, that a weight is read as; `nil` where it is refused or no tie is left.
  private func weight(_ form: HostileForm, _ text: String) -> Double? {
    guard let relation = form.read(form.text(weight: text)).network?.relations.first else { return nil }
    return relation.sign == .negative ? -relation.strength : relation.strength
  }

  /// JSON has its own grammar of numbers; a text in quotes stands for one that JSON cannot write.
  private func isJSON(_ form: HostileForm) -> Bool { ["network-json", "node-link", "jgf"].contains(form.id) }

  @Test("C27: numbers that are too large are refused, and too small ones count as 0", arguments: HostileForm.all)
  func c27(_ form: HostileForm) {
    form.expectRefusal(form.text(weight: "1e400"))
    form.expectRefusal(form.text(weight: "-1e400"))
    #expect(weight(form, "99999999999999999999") == 1e20, "\(form.id)")
    let tiny = form.read(form.text(weight: "1e-400"))
    #expect(tiny.isRefused || tiny.network?.relations.isEmpty == true, "\(form.id): \(tiny.messages)")
    #expect(!tiny.messages.isEmpty, "\(form.id)")
  }

  @Test("C28: what is no number is refused as a weight", arguments: HostileForm.withEvents)
  func c28(_ form: HostileForm) {
    for text in ["NaN", "nan", "Inf", "-inf", "1.#QNAN", "nan(0x1)", "Infinity"] {
      form.expectRefusal(form.text(weight: text))
    }
  }

  @Test(
    "C29: a decimal comma, grouped digits and other digits are refused, with what to write",
    arguments: HostileForm.withEvents)
  func c29(_ form: HostileForm) {
    guard !["dl", "csv", "matrix"].contains(form.id) || isJSON(form) else {
      // In these a comma separates.
      let quoted = form.text(weight: "\"1,5\"")
      form.expectRefusal(quoted, form.id == "dl" ? "" : "1.5, with a point")
      return
    }
    let text = isJSON(form) ? "\"1,5\"" : "1,5"
    form.expectRefusal(form.text(weight: text), "1.5, with a point")
    form.expectRefusal(form.text(weight: isJSON(form) ? "\"1.234,56\"" : "1.234,56"))
    form.expectRefusal(form.text(weight: isJSON(form) ? "\"١٢\"" : "١٢"))
  }

  @Test(
    "C30: forms of numbers are read by one grammar in all formats but JSON and the network file",
    arguments: HostileForm.all)
  func c30(_ form: HostileForm) {
    for text in ["0x10", "1_000", "1e", "--1", "+-1", "1..2"] { form.expectRefusal(form.text(weight: text)) }
    let isStrict = isJSON(form) || form.id == "network"
    for (text, value) in [("+5", 5.0), (".5", 0.5), ("5.", 5)] {
      #expect(weight(form, text) == (isStrict ? nil : value), "\(form.id) \(text)")
    }
    #expect(weight(form, "2.5e2") == 250)
  }

  @Test("C31: an empty weight, a text or a truth value is refused", arguments: HostileForm.all)
  func c31(_ form: HostileForm) {
    for text in ["strong", "true"] { form.expectRefusal(form.text(weight: text)) }
    // Without a weight an edge list, a line of Pajek or DL is a tie of weight 1; an empty cell of a matrix is none.
    guard !["edgelist", "pajek", "dl", "matrix"].contains(form.id) else { return }
    form.expectRefusal(form.text(weight: ""))
  }

  @Test("C32: codes that programs take for something else come back unchanged", arguments: HostileForm.all)
  func c32(_ form: HostileForm) throws {
    let codes = ["NO", "ON", "YE", "NA", "NULL", "NAN", "NaN", "001", "1E5", "true", "0x1F", "1_000", "12:30"]
    for code in codes {
      form.expectActors([code, "beta"], in: form.text(code))
      let network = try #require(form.read(form.text(code)).network)
      let format = try #require(FormatRegistry().reader(id: form.id) as? any NetworkReader & NetworkWriter)
      let written = try format.write(network)
      let back = try format.read(InputFile(name: "f", bytes: written.bytes), options: ReadOptions()).network
      #expect(back.actors.map { form.numbersActors ? $0.name : $0.id } == [code, "beta"], "\(form.id)")
    }
  }

  /// A tie with dates in a format that has them.
  private func dated(_ id: String, since: String, until: String? = nil) -> HostileForm.Outcome? {
    guard let form = HostileForm.all.first(where: { $0.id == id }) else { return nil }
    let end = until ?? ""
    let text: String
    switch id {
    case "csv": text = "Source,Target,Start,End\na,b,\(since),\(end)\n"
    case "network": text = form.text() + "    since: \(since)\n" + (until.map { "    until: \($0)\n" } ?? "")
    case "gexf":
      text = form.text().replacing("id='0'", with: "id='0' start='\(since)' end='\(end)'")
        .replacing("<graph ", with: "<graph mode='dynamic' timeformat='date' ").replacing(" end=''", with: "")
    default:
      let more = until.map { ", \"until\": \"\($0)\"" } ?? ""
      text = form.text().replacing("\"weight\"", with: "\"since\": \"\(since)\"\(more), \"weight\"")
    }
    return form.read(text)
  }

  static let dating = ["csv", "network", "gexf", "node-link"]

  @Test("C33: a year or month keeps its precision; a month 00 or a day without hyphens is refused", arguments: dating)
  func c33(_ id: String) throws {
    for date in ["2014", "2014-02"] {
      let network = try #require(
        dated(id, since: date)?.network, "\(id) \(date): \(dated(id, since: date)?.messages ?? [])")
      #expect(network.relations[0].validity.since?.description == date, "\(id)")
    }
    for date in ["2014-00-00", "2014-13", "20140299"] {
      #expect(dated(id, since: date)?.isRefused == true, "\(id) \(date)")
    }
  }

  @Test("C34: days that do not exist are refused, never moved", arguments: dating)
  func c34(_ id: String) {
    for date in [
      "2023-02-29", "2023-04-31", "10000-01-01", "0000-01-01", "2023-02-28T24:00:01", "2016-12-31T23:59:60", "2023-2-3",
    ] {
      #expect(
        dated(id, since: date)?.isRefused == true, "\(id) \(date): \(dated(id, since: date)?.network?.relations ?? [])")
    }
    #expect(dated(id, since: "2024-02-29")?.network?.relations[0].validity.since?.description == "2024-02-29", "\(id)")
    #expect(dated(id, since: "9999-12-31")?.network?.relations[0].validity.since?.description == "9999-12-31", "\(id)")
  }

  @Test(
    "C35: times of day and zones are refused where a day is asked for, or cut to the day with a word", arguments: dating
  )
  func c35(_ id: String) {
    for date in [
      "2024-03-31T02:30:00", "2024-03-31T02:30:00Z", "2024-03-31T02:30:00+03:00", "2024-03-31T02:30:00+25:00",
    ] {
      guard let outcome = dated(id, since: date) else { continue }
      if let network = outcome.network {
        let since = network.relations[0].validity.since?.description
        #expect(since == nil || since?.hasPrefix("2024-03-3") == true, "\(id): \(since ?? "")")
        #expect(!outcome.messages.isEmpty, "\(id) \(date)")
      }
    }
  }

  @Test("C36: an end before the start is refused; a day to come is read", arguments: dating)
  func c36(_ id: String) {
    #expect(dated(id, since: "2024-05-01", until: "2024-04-01")?.isRefused == true, "\(id)")
    #expect(dated(id, since: "2950-01-01")?.isRefused == false, "\(id)")
  }

  @Test("C36: in a table a tie may begin and end in one year, which it holds through")
  func oneYear() throws {
    let outcome = try #require(dated("csv", since: "1980", until: "1980"))
    #expect(outcome.network?.relations[0].validity.until?.description == "1981-01-01")
    #expect(outcome.messages.first?.contains("is read as holding through it") == true, "\(outcome.messages)")
    #expect(dated("network", since: "1980", until: "1980")?.isRefused == true)
  }

  static let labels = [
    "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM", "＝1", "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>", "]]>", "-->", "${7*7}", "%s%n", "javascript:alert(1)", "JaVaScRiPt:x",
    "data:text/html,x", "file:///etc/passwd", "//host/x", "../../etc/x", "a/b", "C:\\x", "CON", "-rf",
  ]

  @Test(
    "C37, C38, C39, C40: formulas, markup, addresses and paths are names like others", arguments: HostileForm.quoted)
  func c37(_ form: HostileForm) {
    for label in Self.labels {
      // Pajek and DL have no way to write a quote inside a name, DOT none for a backslash before one.
      if label.contains("\""), ["pajek", "dl"].contains(form.id) { continue }
      form.expectActors([label, "beta"], in: form.text(label))
    }
  }

  @Test("C37, C38, C39: they come back from every format that writes them", arguments: labels)
  func written(_ label: String) throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "a", name: label), Actor(id: "b", name: "b")]
    content.actors[0].attributes = [Attribute("link", label)]
    content.relations = [Relation(id: "e1", ends: .directed(from: "a", to: "b"), type: "tie")]
    let network = try ActorNetwork(content)
    for format in FormatRegistry().writers { try FuzzRoundTrip(format: format).run(network) }
  }
}

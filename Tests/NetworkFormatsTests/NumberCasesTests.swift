import ActorModel
import NetworkFormats
import Testing

/// Numeric cases N9 and N11 of the project's list, as far as they concern files; for algorithms they are tested beside
/// them.
@Suite("Cases of numbers in files")
struct NumberCasesTests {
  @Test(
    "N9 A strength that is not a finite number is refused with its line, in every format",
    arguments: [
      ("edgelist", "a b 1\nb c #\n"), ("csv", "source,target,weight\na,b,1\nb,c,#\n"),
      ("gml", "graph [ node [ id 1 ] node [ id 2 ]\nedge [ source 1 target 2 weight # ] ]"),
      ("dl", "dl n=2\ndata:\n0 #\n0 0\n"), ("matrix", ",a,b\na,0,#\nb,0,0\n"),
      ("pajek", "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2 #\n"),
      ("node-link", "{\"nodes\":[{\"id\":1},{\"id\":2}],\n\"links\":[{\"source\":1,\"target\":2,\"weight\":#}]}"),
      ("dot", "digraph {\na -> b [weight=\"#\"]\n}"),
    ])
  func n9(format: String, text: String) throws {
    let reader = try #require(FormatRegistry().reader(id: format))
    for word in ["NaN", "-inf", "inf", "1e400"] {
      let bytes = Array(text.replacing("#", with: word).utf8)
      let problems = problems(bytes, as: reader)
      #expect(problems.contains { $0.hasPrefix("f:") && $0.contains("error") }, "\(format) \(word): \(problems)")
    }
  }

  @Test(
    "N11 The smallest and the largest strengths and whole numbers beyond 2⁵³ as ids come back as they were",
    arguments: [
      "edgelist", "csv", "gml", "graphml", "gexf", "dl", "matrix", "pajek", "node-link", "jgf", "dot", "network",
      "network-json",
    ])
  func n11(format: String) throws {
    let strengths = [
      "5e-324", "1e-320", "2.2250738585072014e-308", "1e-23", "0.30000000000000004", "0.1", "9007199254740992",
      "1.7976931348623157e+308",
    ]
    let lines = strengths.enumerated().map { "\(9_007_199_254_740_993 + $0.offset) x\($0.offset) \($0.element)" }
    let written = try FormatRegistry().read(
      InputFile(name: "net.edgelist", bytes: Array((lines.joined(separator: "\n") + "\n").utf8)))
    #expect(written.network.relations.map(\.strength) == strengths.compactMap { Double($0) })
    let writer = try #require(FormatRegistry().reader(id: format) as? any NetworkReader & NetworkWriter)
    let file = try writer.write(written.network)
    let back = try writer.read(
      InputFile(name: "net.\(writer.fileExtensions[0])", bytes: file.bytes), options: ReadOptions())
    #expect(tiesByName(back.network) == tiesByName(written.network))
  }
}

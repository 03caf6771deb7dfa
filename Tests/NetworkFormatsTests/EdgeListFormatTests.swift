import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats

@Suite struct EdgeListFormatTests {
  let list = EdgeListFormat()

  @Test(arguments: [
    ("a b\nb c\n", ["a>b 1", "b>c 1"]), ("# c\n% c\na\tb\t2.5\n\n  b   c  -1  \n", ["a>b 2.5", "b>c -1"]),
    ("1 2 {}\n1 3 {'weight': 4}\n", ["1>2 1", "1>3 4"]), ("NO 001 1\r\n1E5 NA", ["NO>001 1", "1E5>NA 1"]),
  ])
  func reads(_ text: String, _ ties: [String]) throws {
    let read = try read(text, as: list)
    #expect(short(read.network) == ties)
    expectReconciled(read.report)
  }

  @Test(arguments: [
    ("a\n", "f:1:1: error: a tie needs two words"), ("a b c d e\n", "f:1:7: error: a tie has two words and a weight"),
    ("a b x\n", "f:1:5: error: weight 'x' is not a finite number"),
    ("# only\n", "f:1:1: error: the file holds comments only"),
    ("a b nan\n", "f:1:5: error: weight 'nan'"),
    ("a \u{1}b\n", "f:1:3: error: the tie's target has the control character U+1"),
  ])
  func refuses(_ text: String, _ start: String) {
    let found = problems(text, as: list)
    #expect(found.first?.hasPrefix(start) == true, "\(found)")
  }

  @Test(arguments: 0..<100)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed), isPlain: true)
    let network = random.network()
    guard !network.relations.isEmpty else { return }
    try expectRoundTrip(of: network, in: list, EdgeListFormat.held)
  }

  @Test func idsWithSpacesAreRefusedNamingTheActor() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "South Ossetia", name: "x")]
    content.relations = [Relation(id: "e1", ends: .mutual("South Ossetia", "South Ossetia"), type: "tie")]
    do {
      _ = try list.write(ActorNetwork(content))
      Issue.record("written")
    } catch let error as UnwritableNetwork {
      #expect(error.description.contains("'South Ossetia'"))
    }
  }

  @Test func matricesAreNotTakenForTies() {
    let matrix = "%%MatrixMarket matrix coordinate real general\n% a comment\n3 3 2\n1 2 0.5\n2 3 1\n"
    #expect(!list.recognises(matrix))
    #expect(list.recognises("% asym posweighted\n1 2 1.26\n2 3 0.5\n"), "KONECT's comments")
    #expect(list.recognises("# Nodes: 3 Edges: 2\n1\t2\n2\t3\n"), "SNAP's comments")
  }
}

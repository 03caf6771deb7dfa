import Testing

@testable import ActorModel

@Suite("Index of ids") struct IDIndexTests {
  private func index(_ ids: [String]) -> (index: IDIndex, records: [Bloc], repeated: [[Int]]) {
    let records = ids.map { Bloc(id: $0, name: "") }
    var repeated: [[Int]] = []
    let index = IDIndex(records) { repeated.append([$0, $1]) }
    return (index, records, repeated)
  }

  @Test("Numbered ids are found without a table, and only those")
  func findsNumberedIDs() {
    let (index, records, repeated) = index((1...1200).map { "e\($0)" })
    #expect(index.isNumbered && repeated.isEmpty)
    for i in records.indices { #expect(index.position(of: records[i].id, in: records) == i) }
    let others = ["e0", "e01", "e1201", "e", "f1", "1", "e1x", "", "e99999999999999999999", "e\u{661}"]
    for other in others { #expect(index.position(of: other, in: records) == nil, "\(other)") }
  }

  @Test(
    "Ids of any other kind are found by a table",
    arguments: [
      ["e1", "e3"], ["e2", "e1"], ["e1", "e2", "x"], ["11", "12"], ["e1", "e02"], ["é1", "é2"], ["e1", ""],
    ])
  func findsOtherIDs(_ ids: [String]) {
    let (index, records, repeated) = index(ids)
    #expect(!index.isNumbered && repeated.isEmpty)
    for i in records.indices { #expect(index.position(of: ids[i], in: records) == i) }
    #expect(index.position(of: "e9", in: records) == nil)
  }

  @Test("A repeated id is said with the place of the first")
  func findsRepetitions() {
    #expect(index(["e1", "e2", "e1", "e4", "e2"]).repeated == [[2, 0], [4, 1]])
    #expect(index(["e1", "e1"]).repeated == [[1, 0]])
  }
}

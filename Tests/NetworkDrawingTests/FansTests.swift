import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("Fans")
struct FansTests {
  private func fans(_ network: NetworkContent) throws -> [Fan] { Fan.all(in: try drawingOf(network).content()) }

  private let members = content((0..<6).map { "Actor \($0)" }, (1..<6).map { ($0, 0) })

  @Test("Lines that say the same of one actor share a label that counts them")
  func shared() throws {
    let fan = try #require(try fans(members).first)
    #expect(try fans(members).count == 1)
    #expect(fan.key.target == 0 && fan.pairs.count == 5)
    #expect(fan.row.text.contains("knows") && fan.row.text.hasSuffix("×5"))
  }

  @Test("Two are too few, and lines that differ in name, sign, status or end are no fan")
  func different() throws {
    #expect(try fans(content(["A", "B", "C"], [(1, 0), (2, 0)])).isEmpty)
    for change in [
      { (relation: inout Relation, number: Int) in relation.type = "t\(number)" },
      { relation, number in relation.sign = [.positive, .negative, .neutral][number % 3] },
      { relation, number in relation.status = Status.allCases[number % 3] },
      { relation, number in relation.ends = .directed(from: "A0", to: "A\(number + 1)") },
      { relation, number in relation.ends = .mutual("A\(number + 1)", "A0") },
    ] {
      var network = members
      for index in network.relations.indices { change(&network.relations[index], index) }
      let found = try fans(network)
      #expect(found.allSatisfy { $0.pairs.count < 5 } && found.allSatisfy { $0.pairs.count >= Fan.fewest })
    }
  }

  @Test("A pair with another relation besides has a label of its own")
  func another() throws {
    var network = members
    network.relations.append(Relation(id: "X", ends: .directed(from: "A0", to: "A1"), type: "hosts"))
    #expect(try fans(network).map(\.pairs.count) == [4])
  }
}

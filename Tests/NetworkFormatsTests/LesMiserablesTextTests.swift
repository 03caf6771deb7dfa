import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite(.disabled(if: SharedData.isAbsent, "the data sets are not beside the package"))
struct LesMiserablesTextTests {
  private func pairs(_ network: ActorNetwork) -> Set<String> {
    Set(tiesByName(network).compactMap { $0.split(separator: " ").first.map(String.init) })
  }

  @Test func isTheSameFromEveryFormat() throws {
    let registry = FormatRegistry()
    let gml = try registry.read(try SharedData.file("lesmis/lesmis.gml")).network
    #expect(gml.actors.count == 77 && gml.relations.count == 254)
    let pajek = try registry.read(try SharedData.file("lesmis/lesmis.net")).network
    // Pajek's file gives no weights.
    #expect(pairs(pajek) == pairs(gml) && pairs(gml).count == 254)
    #expect(Set(pajek.actors.map(\.name)) == Set(gml.actors.map(\.name)))
    for format in [NodeLinkFormat(), JSONGraphFormat(), DOTFormat(), GMLFormat()] as [any NetworkReader & NetworkWriter]
    {
      let written = try format.write(gml)
      let back = try format.read(InputFile(name: "lesmis", bytes: written.bytes), options: ReadOptions()).network
      #expect(tiesByName(back) == tiesByName(gml))
      #expect(back.actors.count == 77 && back.relations.count == 254)
    }
  }
}

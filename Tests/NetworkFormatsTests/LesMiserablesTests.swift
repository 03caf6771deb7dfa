import ActorModel
import Foundation
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("Les Misérables is the same from every file")
struct LesMiserablesTests {
  static let data = folder("shared")?.appendingPathComponent("data")

  @Test(
    "77 characters, 254 ties, 820 meetings",
    .enabled(if: data != nil, "the folder shared/data is not beside this checkout"),
    arguments: ["lesmis/lesmis.graphml", "lesmis/miserables.graphml", "lesmis/les_miserables.gexf"])
  func same(path: String) throws {
    let folder = try #require(Self.data)
    let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
    var options = ReadOptions()
    options.direction = .undirected
    let read = try FormatRegistry().read(InputFile(name: path, bytes: [UInt8](bytes)), options: options)
    #expect(read.network.actors.count == 77)
    #expect(read.network.relations.count == 254)
    #expect(read.network.relations.reduce(0) { $0 + $1.strength } == 820)
    #expect(read.network.actor("Valjean") != nil)
    let ties = Self.ties(of: read.network)
    let first = try Data(contentsOf: folder.appendingPathComponent("lesmis/lesmis.graphml"))
    let expected = try FormatRegistry().read(InputFile(name: "lesmis.graphml", bytes: [UInt8](first)), options: options)
    #expect(ties == Self.ties(of: expected.network))
  }

  @Test("The point without the data: one small story in both formats")
  func small() throws {
    let graphml =
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='l' for='node' attr.name='name'/>"
      + "<key id='v' for='edge' attr.name='value' attr.type='double'/><graph edgedefault='undirected'>"
      + "<node id='n0'><data key='l'>Myriel</data></node><node id='n1'><data key='l'>Valjean</data></node>"
      + "<edge source='n0' target='n1'><data key='v'>5</data></edge></graph></graphml>"
    let gexf =
      "<gexf xmlns='http://www.gexf.net/1.1draft' version='1.1'><graph defaultedgetype='directed'>"
      + "<nodes><node id='0.0' label='Myriel'/><node id='1.0' label='Valjean'/></nodes>"
      + "<edges><edge id='0' source='1.0' target='0.0' weight='5.0'/></edges></graph></gexf>"
    var options = ReadOptions()
    options.direction = .undirected
    let ties = try [graphml, gexf].map { text in
      Self.ties(
        of: try FormatRegistry().read(InputFile(name: "a.xml", bytes: Array(text.utf8)), options: options).network)
    }
    #expect(ties == [["Myriel — Valjean 5.0"], ["Myriel — Valjean 5.0"]])
  }

  private static func ties(of network: ActorNetwork) -> [String] {
    network.relations.map { relation in
      let ends = [relation.ends.first, relation.ends.second].map { network.actor($0)?.name ?? $0 }.sorted()
      return "\(ends[0]) — \(ends[1]) \(relation.strength)"
    }.sorted()
  }
}

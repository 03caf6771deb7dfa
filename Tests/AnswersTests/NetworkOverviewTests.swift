import Foundation
import Testing

@testable import Answers

@Suite struct NetworkOverviewTests {
  private func number(_ key: String, _ answer: Answer) throws -> Double {
    try #require(answer.body.value(key)?.number)
  }

  @Test func `the seed network is counted`() throws {
    let answer = try NetworkOverview().answer(in: SeedNetwork.study)
    #expect(try number("actors", answer) == 48)
    #expect(try number("relations", answer) == 131)
    #expect(try number("sources", answer) == 82)
    #expect(answer.body.value("directed") == .flag(true))
    #expect(try number("components", answer) >= 1)
    #expect((0...1).contains(try number("density", answer)))
  }

  @Test func `the manifest says what an answer was made from and how`() throws {
    var study = try SeedNetwork.study
    study.seed = 7
    var view = StudyView()
    view.projection.direction = .either
    view.projection.rollUp = .all
    let answer = try NetworkOverview(view: view).answer(in: study)
    let manifest = try #require(answer.manifest)
    #expect(manifest.command == "info" && manifest.seed == 7)
    #expect(manifest.inputs.map(\.path) == [SeedNetwork.path])
    #expect(manifest.inputs[0].sha256.count == 64)
    let json = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(manifest)) as? [String: Any])
    let projection = try #require(json["projection"] as? [String: Any])
    #expect(projection["direction"] as? String == "either")
    #expect(projection["rollUp"] as? String == "all")
    #expect(json["version"] is String)
    #expect(answer.body.value("directed") == .flag(false))
  }

  @Test func `the file is counted whole, the graph as of the day`() throws {
    let study = try SeedNetwork.study
    let early = try NetworkOverview(view: SeedNetwork.view(on: 2022, 1, 1)).answer(in: study)
    let late = try NetworkOverview(view: SeedNetwork.view(on: 2025, 7, 8)).answer(in: study)
    #expect(try number("relations", early) == number("relations", late))
    let edges = try [early, late].map { try #require($0.body.value("graph")?["edges"]?.number) }
    #expect(edges[0] < edges[1])
  }

  @Test(arguments: ["[]", "[{id: A, name: A}]"])
  func `an empty network and a lone actor are counted without complaint`(actors: String) throws {
    let answer = try NetworkOverview().answer(in: Samples.study("network: small\nactors: \(actors)\n"))
    #expect(try number("actors", answer) == (actors == "[]" ? 0 : 1))
    #expect(try number("density", answer) == 0)
  }
}

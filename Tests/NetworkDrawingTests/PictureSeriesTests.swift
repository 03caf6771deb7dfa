import ActorModel
import Foundation
import NetworkDrawing
import Testing

@Suite struct PictureSeriesTests {
  @Test func anActorStandsInTheSamePlaceOfEveryPicture() throws {
    let composed = try SeriesSample.series().compose()
    #expect(composed.pictures.count == 3)
    var compared = 0
    for picture in composed.pictures {
      for (id, point) in picture.positions.points {
        let place = try #require(composed.union.positions[id])
        #expect(abs(point.x - place.x) == 0 && abs(point.y - place.y) == 0, "\(id)")
        compared += 1
      }
    }
    #expect(compared > 40)
  }

  @Test func placesInTheFilesAreTheSameToo() throws {
    let composed = try SeriesSample.series().compose()
    #expect(Set(composed.pictures.map(\.page)).count == 1)
    var places: [String: Set<String>] = [:]
    for picture in composed.pictures {
      let dot = String(decoding: try GraphvizRenderer().render(picture, as: .dot), as: UTF8.self)
      for line in dot.split(separator: "\n") {
        // The name of a house or a barrel stands below the middle, the lower the larger the shape is.
        guard let id = line.firstMatch(of: /id="(actor-[^"]+)"/)?.output.1, !id.hasSuffix("-name"),
          let place = line.firstMatch(of: /pos="([^"]+)"/)?.output.1
        else { continue }
        places[String(id), default: []].insert(String(place))
      }
    }
    #expect(places.count >= 25)
    #expect(places.values.allSatisfy { $0.count == 1 })
  }

  @Test func sizesAndWidthsMeanTheSameInAllPictures() throws {
    let composed = try SeriesSample.series().compose()
    let legends = try composed.pictures.map { try #require($0.legend) }
    #expect(Set(legends.map(\.measures)) == [["number of ties"]])
    // A relation of one strength has one width in all of them.
    var widths: [String: Set<Double>] = [:]
    for relation in composed.pictures.flatMap(\.relations) {
      widths[relation.id, default: []].insert(relation.style.width)
    }
    #expect(widths.values.allSatisfy { $0.count == 1 })
    // No shape is larger than in the layout, so that none can cover another.
    let sizes = Dictionary(uniqueKeysWithValues: composed.union.actors.map { ($0.id, $0.size) })
    for picture in composed.pictures {
      for actor in picture.actors {
        #expect(
          actor.size.width <= (sizes[actor.id]?.width ?? 0) && actor.size.height <= (sizes[actor.id]?.height ?? 0))
      }
    }
  }

  @Test func positionsGivenAreKeptAndNewcomersPlacedByTheirNeighbours() throws {
    var series = try SeriesSample.series()
    var positions = try series.compose().union.positions
    positions["EU"] = nil
    series.positions = positions
    let composed = try series.compose()
    for (id, point) in positions.points { #expect(composed.union.positions[id] == point) }
    #expect(composed.union.positions["EU"] != nil)
  }

  @Test func sameBytesInAnyRowOrder() throws {
    let plain = try SeriesSample.series().compose()
    #expect(try SeriesSample.series(shuffledBy: 5).compose() == plain)
  }

  @Test func aSeriesWithoutDatesIsRefused() throws {
    let union = try Snapshot(union: try SeriesSample.snapshots())
    #expect(throws: DrawingError.self) { try PictureSeries([], union: union).compose() }
  }
}

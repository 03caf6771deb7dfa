import GraphCore
import Testing

@testable import NetworkDrawing

@Suite struct RasterTests {
  private func page(_ width: Double, _ height: Double) -> Box { Box(minX: 0, minY: 0, maxX: width, maxY: height) }

  @Test func largePagesHaveFewerPixelsToTheInch() {
    let a4 = Raster(page: page(842, 595), dotsPerInch: 200)
    #expect(a4.dotsPerInch == 200 && a4.width == 2339 && a4.height == 1653)
    for side in [6_000.0, 57_600, 115_200] {
      let raster = Raster(page: page(side, side), dotsPerInch: 200)
      #expect(raster.dotsPerInch >= 1 && raster.dotsPerInch < 200)
      #expect(raster.width <= 16_000 && raster.height <= 16_000)
    }
  }

  @Test func memoryThatTheSystemDoesNotGiveIsSeenBeforehand() {
    #expect(MemoryProbe.canTake(0) && MemoryProbe.canTake(0x1p20))
    #expect(!MemoryProbe.canTake(0x1p50) && !MemoryProbe.canTake(.infinity) && !MemoryProbe.canTake(0x1p63))
  }

  @Test func theBudgetIsAskedFirst() {
    let raster = Raster(page: page(8_000, 5_000), dotsPerInch: 200)
    let context = RunContext(memory: MemoryBudget(limit: 200 << 20))
    let error = #expect(throws: DrawingError.self) { try raster.requireMemory(in: context) }
    #expect(error?.description.contains("more than the limit of 200 MiB") == true)
    #expect(error?.description.contains("choose svg or pdf") == true)
  }
}

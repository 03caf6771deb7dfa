// swift-tools-version: 6.1
import PackageDescription

// A target imports only targets on lower floors; the build checks it
// (`--explicit-target-dependency-import-check error`).
let package = Package(
  name: "ActorGraph",
  products: [
    .library(name: "ActorGraph", targets: ["ActorGraph"]),
    .executable(name: "actorgraph", targets: ["ActorGraphCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0
    .target(name: "GraphCore"),
    // Floor 1
    .target(name: "GraphAlgorithms", dependencies: ["GraphCore"]),
    // Floor 2
    .target(name: "ActorModel", dependencies: ["GraphCore"]),
    // Floor 3
    .target(name: "ActorAnalysis", dependencies: ["ActorModel", "GraphAlgorithms", "GraphCore"]),
    .target(
      name: "NetworkFormats",
      dependencies: ["ActorModel", "CZlib", .product(name: "Yams", package: "Yams")]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "NetworkDrawing", dependencies: ["ActorModel", "CGraphviz"]),
    // Floor 4
    .target(name: "Reporting", dependencies: ["ActorAnalysis", "ActorModel"]),
    // The umbrella and the command line
    .target(
      name: "ActorGraph",
      dependencies: [
        "ActorAnalysis", "ActorModel", "GraphAlgorithms", "GraphCore", "NetworkDrawing",
        "NetworkFormats", "Reporting",
      ]),
    .executableTarget(
      name: "ActorGraphCLI",
      dependencies: [
        "ActorGraph",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

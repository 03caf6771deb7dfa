// swift-tools-version: 6.2
import PackageDescription

// In the project's gate every warning is an error; elsewhere a newer compiler's warnings should not stop a build.
let strictness: [SwiftSetting] =
  Context.environment["ACTORGRAPH_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

// A target imports only targets on lower floors; the gate checks it
// (`--explicit-target-dependency-import-check error`).
let package = Package(
  name: "ActorGraph",
  products: [
    .library(name: "ActorGraph", targets: ["ActorGraph"]),
    .executable(name: "actorgraph", targets: ["ActorGraphCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Floor 0
    .target(name: "GraphCore", swiftSettings: strictness),
    // Floor 1
    .target(name: "GraphAlgorithms", dependencies: ["GraphCore"], swiftSettings: strictness),
    .target(name: "ActorModel", dependencies: ["GraphCore"], swiftSettings: strictness),
    // Floor 2
    .target(
      name: "NetworkReading", dependencies: ["ActorModel", "CCrypto", "CZip", "CZlib"], swiftSettings: strictness),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // Floor 3
    .target(
      name: "ActorAnalysis", dependencies: ["ActorModel", "GraphAlgorithms", "GraphCore"], swiftSettings: strictness),
    .target(name: "EventFeeds", dependencies: ["ActorModel", "NetworkReading"], swiftSettings: strictness),
    .target(
      name: "NetworkFormats", dependencies: ["ActorModel", "CLibYAML", "NetworkReading"], swiftSettings: strictness),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "NetworkDrawing", dependencies: ["ActorModel", "CGraphviz", "GraphCore"], swiftSettings: strictness),
    // Floor 4
    .target(
      name: "Answers",
      dependencies: [
        "ActorAnalysis", "ActorModel", "EventFeeds", "GraphAlgorithms", "GraphCore", "NetworkFormats",
      ],
      swiftSettings: strictness),
    // Floor 5
    .target(name: "Reporting", dependencies: ["Answers", "NetworkFormats"], swiftSettings: strictness),
    // The umbrella and the command line
    .target(
      name: "ActorGraph",
      dependencies: [
        "ActorAnalysis", "ActorModel", "Answers", "EventFeeds", "GraphAlgorithms", "GraphCore", "NetworkDrawing",
        "NetworkFormats", "Reporting",
      ], swiftSettings: strictness),
    .executableTarget(
      name: "ActorGraphCLI",
      dependencies: [
        "ActorGraph", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strictness),
    // Timing against other libraries; not a product
    .executableTarget(
      name: "GraphBench", dependencies: ["ActorModel", "GraphAlgorithms", "GraphCore", "NetworkFormats"],
      swiftSettings: strictness),
    // Tests
    .target(
      name: "TestSupport", dependencies: ["GraphCore"], path: "Tests/TestSupport", swiftSettings: strictness),
    .target(
      name: "ModelTestSupport", dependencies: ["ActorModel"], path: "Tests/ModelTestSupport", swiftSettings: strictness),
    .testTarget(name: "GraphCoreTests", dependencies: ["GraphCore", "TestSupport"], swiftSettings: strictness),
    .testTarget(
      name: "GraphAlgorithmsTests", dependencies: ["GraphAlgorithms", "GraphCore", "TestSupport"],
      exclude: ["Oracle"], resources: [.copy("Resources")], swiftSettings: strictness),
    .testTarget(
      name: "ActorModelTests", dependencies: ["ActorModel", "GraphCore", "ModelTestSupport"],
      swiftSettings: strictness),
    .testTarget(
      name: "ActorAnalysisTests",
      dependencies: [
        "ActorAnalysis", "ActorModel", "GraphAlgorithms", "GraphCore", "ModelTestSupport", "NetworkFormats",
      ],
      exclude: ["Oracle"], resources: [.copy("Resources")], swiftSettings: strictness),
    .target(
      name: "FormatTestSupport", dependencies: ["ActorModel", "CZlib", "EventFeeds", "NetworkReading"],
      path: "Tests/FormatTestSupport", swiftSettings: strictness),
    .testTarget(
      name: "NetworkReadingTests",
      dependencies: ["ActorModel", "CZlib", "FormatTestSupport", "NetworkFormats", "NetworkReading"],
      swiftSettings: strictness),
    .testTarget(
      name: "NetworkFormatsTests",
      dependencies: ["ActorModel", "EventFeeds", "FormatTestSupport", "NetworkFormats", "NetworkReading"],
      swiftSettings: strictness),
    .testTarget(
      name: "EventFeedsTests",
      dependencies: ["ActorModel", "EventFeeds", "FormatTestSupport", "NetworkFormats", "NetworkReading"],
      swiftSettings: strictness),
    .testTarget(
      name: "NetworkDrawingTests", dependencies: ["ActorModel", "GraphCore", "NetworkDrawing"],
      swiftSettings: strictness),
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "ActorAnalysis", "ActorModel", "Answers", "GraphAlgorithms", "GraphCore", "ModelTestSupport", "NetworkDrawing",
        "NetworkFormats",
      ],
      swiftSettings: strictness),
    .testTarget(
      name: "ReportingTests", dependencies: ["ActorAnalysis", "ActorModel", "Answers", "NetworkFormats", "Reporting"],
      swiftSettings: strictness),
    .testTarget(
      name: "ActorGraphCLITests",
      dependencies: [
        "ActorGraph", "ActorGraphCLI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Expected", "Networks"], swiftSettings: strictness),
  ],
  swiftLanguageModes: [.v6]
)

// The umbrella: one import for everything that a program built on ActorGraph needs, which is every floor below the
// command line.
@_exported import ActorAnalysis
@_exported import ActorModel
@_exported import Answers
@_exported import EventFeeds
@_exported import GraphAlgorithms
@_exported import GraphCore
@_exported import NetworkDrawing
@_exported import NetworkFormats
@_exported import Reporting

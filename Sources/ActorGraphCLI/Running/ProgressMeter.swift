import ActorGraph
import Foundation
import Synchronization

/// One line on the terminal that says what a long run is doing and how far it is; silent for the first second.
///
/// Steps of progress come from the algorithm as they happen. Where none come, as while a file is read, a clock keeps
/// the line alive, so that nobody wonders whether the program still works.
final class ProgressMeter: Sendable {
  private struct State {
    let begin = ContinuousClock.now
    var stage = ""
    var phase = ContinuousClock.now
    var shown = ContinuousClock.now
    var step: RunProgress?
  }

  private let state = Mutex(State())

  init() {
    // A thread of its own: those of the queues may all be at work.
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: 1.05)
      while Terminal.takesProgress {
        tick()
        Thread.sleep(forTimeInterval: 0.25)
      }
    }
  }

  /// Begins a stage of the work: reading a file, a measure.
  func begin(_ stage: String) {
    state.withLock { state in
      state.stage = stage
      state.phase = .now
      state.step = nil
    }
  }

  /// Takes a step of progress; shows it at most ten times a second.
  func show(_ progress: RunProgress) {
    let line = state.withLock { state -> String? in
      let now = ContinuousClock.now
      // Fewer done than before, or another number in all, is a new piece of work.
      if let last = state.step, progress.done < last.done || progress.total != last.total { state.phase = now }
      state.step = progress
      guard now - state.begin > .seconds(1), now - state.shown > .milliseconds(100) else { return nil }
      state.shown = now
      return Self.line(state, now)
    }
    if let line { Terminal.showProgress(line) }
  }

  private func tick() {
    let line = state.withLock { state -> String? in
      let now = ContinuousClock.now
      guard !state.stage.isEmpty, now - state.shown > .milliseconds(200) else { return nil }
      state.shown = now
      return Self.line(state, now)
    }
    if let line { Terminal.showProgress(line) }
  }

  /// `betweenness: 43 %, 1200 a second, 5 s left`, `pagerank: round 30, 12 a second`, `reading a.gml: 3 s`
  private static func line(_ state: State, _ now: ContinuousClock.Instant) -> String {
    let seconds = (now - state.phase) / .seconds(1)
    guard let step = state.step, step.done > 0, seconds > 0 else {
      return "\(state.stage): \(Int(((now - state.begin) / .seconds(1)).rounded())) s"
    }
    let rate = Double(step.done) / seconds
    let pace = rate >= 10 ? "\(Int(rate))" : "\(Double(Int(rate * 10)) / 10)"
    if step.mayEndEarly { return "\(state.stage): round \(step.done), \(pace) a second" }
    let left = Double(max(step.total - step.done, 0)) / rate
    let share = 100 * Double(step.done) / Double(max(step.total, 1))
    return "\(state.stage): \(Int(share)) %, \(pace) a second, \(time(left)) left"
  }

  /// `5 s`, `3 min`, `2 h`
  private static func time(_ seconds: Double) -> String {
    seconds < 120
      ? "\(Int(seconds.rounded(.up))) s"
      : seconds < 7200 ? "\(Int((seconds / 60).rounded(.up))) min" : "\(Int(min(seconds / 3600, 1e6).rounded(.up))) h"
  }
}

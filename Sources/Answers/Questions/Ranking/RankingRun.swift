import ActorAnalysis
import ActorModel
import GraphCore

/// A ranking at work: it runs measures, and puts what came of them together.
struct RankingRun {
  let question: Ranking
  let study: Study
  let projected: ProjectedGraph

  func rank(_ measures: [MeasureChoice]) throws(QuestionError) -> [RankingResult] {
    var rankings: [RankingResult] = []
    for measure in measures {
      study.begin(measure.summary.id)
      do { rankings.append(try InfluenceRanking(by: measure).run(on: projected, in: study.context)) } catch {
        throw QuestionError(error, in: projected)
      }
    }
    return rankings
  }

  func rank(_ measures: [TieMeasureChoice]) throws(QuestionError) -> [TieRankingResult] {
    var rankings: [TieRankingResult] = []
    for measure in measures {
      study.begin(measure.summary.id)
      do { rankings.append(try TieRanking(by: measure).run(on: projected, in: study.context)) } catch {
        throw QuestionError(error, in: projected)
      }
    }
    return rankings
  }

  func rank(_ measures: [TimedRanking], over timed: TimedProjection) throws(QuestionError) -> [RankingResult] {
    var rankings: [RankingResult] = []
    for measure in measures {
      do { rankings.append(try measure.run(on: timed, in: study.context)) } catch {
        throw QuestionError(error, in: timed.projected)
      }
    }
    return rankings
  }

  func explain(_ actor: Actor, _ measures: [MeasureChoice]) throws(QuestionError) -> [ScoreExplanationResult] {
    var explanations: [ScoreExplanationResult] = []
    for measure in measures {
      study.begin("explaining \(measure.summary.id)")
      do {
        explanations.append(try ScoreExplanation(of: actor.id, by: measure).run(on: projected, in: study.context))
      } catch {
        throw QuestionError(error, in: projected)
      }
    }
    return explanations
  }

  /// What is left of the rankings without older ties.
  func age(olderThan days: Int, _ measures: [MeasureChoice]) throws(QuestionError) -> AgeDependenceResult {
    guard projected.snapshot.referenceDay != nil else {
      throw .data([
        "\(study.inputs[0].path): no relation is dated, so that none has an age\(Remedy.leaveOutAge)"
      ])
    }
    do {
      return try AgeDependence(olderThan: days).run(on: projected, by: measures, in: study.context)
    } catch {
      throw QuestionError(error, in: projected)
    }
  }

  func answer(_ outcome: RankingOutcome) -> Answer {
    let views =
      (outcome.rankings.isEmpty && outcome.ties.isEmpty ? [] : [projected])
      + [outcome.timed?.projected].compactMap(\.self)
    var answer = Answer(
      manifest: Manifest(Ranking.summary.id, of: study, views), body: body(outcome), sheet: outcome.sheet,
      remarks: ViewDescription.remarks(on: views), refusal: outcome.refusal)
    if answer.sheet == nil {
      answer.sheetRefusal = "one CSV file holds actors or ties; ask for measures of actors and of ties apart"
    }
    return answer
  }

  private func body(_ outcome: RankingOutcome) -> AnswerSection {
    let title = study.inputs[0].network.title
    let actors = outcome.rankings.enumerated().map { position, result in
      var section = RankingSection(result: result, projected: projected, title: title, top: question.top)
      section.age = outcome.age
      section.without = outcome.age?.rankings[position]
      return section.section
    }
    let overTime = outcome.timed.map { timed in
      outcome.overTime.map {
        RankingSection(result: $0, projected: timed.projected, title: title, top: question.top).section
      }
    }
    let ties = outcome.ties.map {
      TieRankingSection(result: $0, projected: projected, title: title, top: question.top).section
    }
    var body = AnswerSection([.sections("measures", actors + (overTime ?? []) + ties)])
    if !outcome.explanations.isEmpty {
      let sections = outcome.explanations.map {
        ExplanationSection(result: $0, projected: projected, top: question.top).section
      }
      body.blocks.append(.sections("explanations", sections))
    }
    if let age = outcome.age { body.blocks.append(.section("age", section(age, title: title))) }
    return body
  }

  /// What is left without older ties, for programs; people see it beside each score.
  private func section(_ age: AgeDependenceResult, title: String) -> AnswerSection {
    var section = AnswerSection()
    section.add("olderThan", .count(age.days))
    section.add("older", .count(age.older))
    section.add("undated", .count(age.undated))
    section.add("relations", .count(age.relations))
    section.add("strengthShare", .number(age.strengthShare))
    let rankings = age.rankings.map { result in
      var section = RankingSection(result: result, projected: projected, title: title, top: question.top)
      section.audience = .programs
      return section.section
    }
    section.blocks.append(.sections("measuresWithout", rankings))
    return section
  }
}

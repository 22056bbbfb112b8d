import Catalogue
import Economics
import Foundation
import Report
import Therapy

/// `livingdrug cost` of a study: its virtual patients, valued.
struct StudyCost {
    let command: CostCommand
    let shelf: Shelf
    let view: View

    func figures() throws -> EconomicFigures {
        let plan = try shelf.valuationPlan(for: command.study)
        let prices = try shelf.priceList(command.prices)
        let lifeTable = try shelf.lifeTable(plan.population.lifeTable)
        let setting = try Setting.load(
            study: command.study, seed: command.seed, policy: nil, changes: [], shelf: shelf)
        let utilities = try shelf.utilities(setting.study.disease)
        let meter = ProgressMeter(total: command.patients, noun: "patients")
        let outcomes: [Outcome]
        do {
            outcomes = try Trial(setting).run(
                patients: command.patients, threads: command.threads, progress: { meter.update($0) },
                isCancelled: { Interruption.isRequested }
            ).outcomes
        } catch {
            meter.finish()
            throw Interrupted()
        }
        meter.finish()
        let model: StudyModel
        do {
            model = try StudyModel(
                setting: setting, outcomes: outcomes, plan: plan, utilities: utilities, prices: prices,
                lifeTable: lifeTable, view: view,
                extrapolation: command.extrapolation.flatMap(CurveFit.Family.init))
        } catch { throw CommandError("\(error)") }
        var figures = EconomicFigures(
            id: command.study, title: "\(setting.study.title): costs and value", simulated: true,
            money: "\(plan.money)", view: view.rawValue,
            command: command.command + (command.extrapolation.map { " --extrapolation \($0)" } ?? "")
                + " --patients \(command.patients) --prices \(command.prices)",
            willingness: EconomicFigures.usualWillingness)
        try figures.fill(from: model, model.results(), draws: command.draws, seed: command.seed)
        figures.sources = plan.sources + setting.study.sources + [prices.title]
        figures.notes =
            (plan.notes ?? []) + [
                "After follow-up progression goes on as \(model.progressionTail.words), survival as "
                    + "\(model.survivalTail.words) (curves by Akaike's weights), beside the mortality of \(lifeTable.title).",
                "From leukapheresis on. Those not infused have their own costs and then the comparator's.",
            ]
        return figures
    }
}

import Care
import Catalogue
import Foundation
import Therapy

/// What is run and compared: studies, quantities, policies; and the arms that they need, each once.
struct ValidationPlan {
    let studies: [Study]
    let quantities: [Quantity]
    let expectations: [ExpectedEffect]
    let required: RequiredAgreement
    /// Arms that can be run, studies first.
    private(set) var arms: [(arm: VirtualArm, setting: TrialSetting)] = []
    /// Arms that cannot, and why.
    private(set) var missing: [VirtualArm: String] = [:]

    /// Days of single patients are kept of so many, for the arms that need them.
    private static let traced = 2000

    /// - Parameter names: studies; all there are, and all quantities and expectations, if empty.
    init(_ names: [String], desk: ValidationDesk) throws {
        let shelf = desk.shelf
        studies = try (names.isEmpty ? shelf.studies : names).map(shelf.study)
        let list = try shelf.quantities()
        required = list.required
        quantities =
            names.isEmpty ? list.quantities : list.quantities.filter { $0.study.map(names.contains) ?? false }
        let expected = try shelf.expectedEffects()
        expectations = names.isEmpty ? expected : expected.filter { names.contains($0.study) }
        var wanted = studies.map { VirtualArm(study: $0.id) }
        let others = quantities.flatMap(\.arms) + expectations.flatMap { [$0.arms.policy, $0.arms.against] }
        for arm in others where !wanted.contains(arm) { wanted.append(arm) }
        for arm in wanted {
            do {
                arms.append((arm, try desk.setting(arm)))
            } catch let error as ValidationDesk.NoSuchArm {
                missing[arm] = error.reason
            }
        }
    }

    /// Runs all arms.
    /// - Throws: `Interrupted` on Ctrl-C.
    func run(patients: Int, threads: Int) throws -> [VirtualArm: ArmRun] {
        let meter = ProgressMeter(total: arms.count * patients, noun: "patients")
        defer { meter.finish() }
        let watched = Set(quantities.filter(\.measure.needsTraces).flatMap(\.arms))
        var runs: [VirtualArm: ArmRun] = [:]
        for (place, item) in arms.enumerated() {
            do {
                let result = try Trial(item.setting).run(
                    patients: patients, threads: threads, tracing: watched.contains(item.arm) ? Self.traced : 0,
                    progress: { meter.update(place * patients + $0) },
                    isCancelled: { Interruption.isRequested })
                runs[item.arm] = ArmRun(setting: item.setting, result: result)
            } catch {
                meter.finish()
                throw Interrupted()
            }
        }
        return runs
    }
}

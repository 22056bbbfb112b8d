import Care
import Dynamics

/// Leukapheresis: how many CD3+ cells come out of a patient.
///
/// Collected = CE2 × CD3 count × blood processed × exp(N(0, 0.26)): the residual is that of 262 harvests (Cytotherapy
/// 2023, adjusted R² 0.87, RMSE 0.26); CE2 is the device's (54.7 % CMNC, 50.4 % MNC on Spectra Optia, J Clin Apher
/// 2018;33:349).
struct Apheresis {
    /// Collection days at the most: usual practice, from memory.
    static let maximumDays = 3

    /// Collects until the factory's minimum is met, on at most three days.
    static func collect(
        from patient: VirtualPatient, for process: ManufacturingProcess, constants: CourseNumbers.Cells,
        stream: inout RandomStream
    ) -> [Leukapheresis] {
        let efficiency = process.collectionEfficiency.draw(from: &stream)
        let processed = process.bloodVolumes.draw(from: &stream) * patient.bloodVolume
        let minimum = process.collectionMinimum.value
        var collections: [Leukapheresis] = []
        var total = 0.0
        var yield = 1.0
        while total < minimum, collections.count < maximumDays {
            let cells =
                efficiency * patient.cd3 * processed * yield
                * exponential(constants.yieldResidual * stream.normal())
            collections.append(
                Leukapheresis(
                    collection: collections.count + 1, cd3Before: patient.cd3 * yield, volumeProcessed: processed,
                    cd3Collected: cells))
            total += cells
            yield *= constants.nextDayYield
        }
        return collections
    }
}

import Dynamics

/// The last cell of a population dies at random.
extension Journey {
    /// A CAR-T population whose expected number falls to m cells is extinct with probability exp(−m), so each patient's
    /// threshold is an exponential draw with mean one cell. One CAR-T cell in the body is 2·10⁻⁹ per µL of blood (Kimmel
    /// 2021). Without it a population would regrow from rounding.
    func setExtinction() {
        var threshold = chance.lastCells()
        for path in [\Body.Compartments.memory, \.effector, \.exhausted] {
            integrator.setExtinction(
                state: setting.body.compartments[keyPath: path], lane: lane,
                below: threshold.exponential(mean: 1) * 2e-9)
        }
    }

    /// Clones of the tumour that have died out by now are gone for good.
    ///
    /// A clone is a birth-death process whose mean m the body follows; it is extinct by now with probability
    /// exp(−1/(1/m + H)), H the integral of the division rate over m (Kendall 1948, with the surviving lineages of a large
    /// clone Poisson). 1/(1/m + H) only falls, so that looking at the stops misses nothing.
    func loseClones() {
        let body = setting.body
        for (clone, last) in zip(body.clones, lastCells)
        where integrator.parameter(clone.alive, lane: lane) > 0
            && integrator.observable(clone.survivors, lane: lane) < last
        {
            kill(clone)
        }
    }

    /// Multiplies all clones by a share: bridging therapy, or the therapy after progression. Zero ends them.
    func shrinkTumour(to share: Double) {
        for clone in setting.body.clones {
            guard share > 0 else {
                kill(clone)
                continue
            }
            let cells = integrator.state(clone.logCells, lane: lane)
            integrator.setState(clone.logCells, lane: lane, to: cells + naturalLogarithm(share))
        }
    }

    private func kill(_ clone: Body.Clone) {
        integrator.setParameter(clone.alive, lane: lane, to: 0)
        // ln of a number that no reading can see; nothing grows from a clone that is not alive.
        integrator.setState(clone.logCells, lane: lane, to: -100)
    }
}

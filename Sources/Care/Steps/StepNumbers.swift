/// Numbers of the steps that no label gives. Each is our design, or named as what it is.
enum StepNumbers {
    /// A shipper must hold its temperature for this many times the planned transit.
    static let holdMargin = 1.5
    /// Share by which a collection may differ from what the count before let expect.
    static let yieldTolerance = 0.5
    /// Share by which bags may differ from the fill: the last digit of a written number, not a loss.
    static let fillTolerance = 0.001
    /// Share by which a filled dose may exceed viable cells × CAR+: the error of a count (coefficient of variation 10 %,
    /// assumed).
    static let countTolerance = 0.1
    /// Share by which a written dose per kilogram may differ from dose ÷ weight: rounding of the written number.
    static let doseTolerance = 0.01
    /// Days of bendamustine before collection that raise the risk of failure: six months (UK panel, Blood Cancer J 2025:
    /// 23.7 % of failures against 0 % of controls).
    static let bendamustineDays = 183.0
    /// Days in which CIBMTR form 4000 is due after infusion.
    static let registryDays = 30.0
    /// Days after which a fitness check no longer speaks for the patient (assumed).
    static let fitnessDays = 7.0
}

import Care

extension TrialSetting {
    /// The same trial, in the same virtual patients with the same luck, under another policy.
    public func managed(by policy: ManagementPolicy) -> TrialSetting {
        var arm = self
        arm.guideline = Guideline(policy: policy)
        return arm
    }
}

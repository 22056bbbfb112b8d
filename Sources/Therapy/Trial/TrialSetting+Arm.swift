import Care

extension TrialSetting {
    /// The same trial, in the same virtual patients with the same luck, under another policy, with what that changes of
    /// the therapy itself.
    public func managed(by policy: ManagementPolicy) -> TrialSetting {
        var arm = self
        arm.guideline = Guideline(policy: policy)
        policy.design?.apply(to: &arm.study, &arm.product)
        return arm
    }
}

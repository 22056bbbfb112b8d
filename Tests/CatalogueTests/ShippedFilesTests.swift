import Care
import Catalogue
import Economics
import Foundation
import Testing
import Therapy

/// The repository's own data.
let shipped = try? Shelf.find(current: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path)

@Suite("Shipped evidence")
struct ShippedFilesTests {
    let shelf: Shelf

    init() throws { shelf = try #require(shipped) }

    @Test("Every study reads, passes its checks and names a product and a disease that read")
    func studies() throws {
        #expect(Set(shelf.studies).isSuperset(of: ["cartitude-1", "eliana", "zuma-1"]))
        for id in shelf.studies {
            let study = try shelf.study(id)
            #expect(study.id == id)
            #expect(try shelf.product(study.product).definition.id == study.product)
            #expect(try shelf.disease(study.disease).id == study.disease)
            #expect(study.management.id == "as-published")
        }
    }

    @Test("A disease or product with no study to calibrate with holds nothing fitted")
    func validation() throws {
        let studies = try shelf.studies.map { try shelf.study($0) }
        let calibrated = studies.filter { $0.role == .calibration }
        for id in Set(studies.map(\.disease)).subtracting(calibrated.map(\.disease)) {
            for (name, value) in try shelf.disease(id).body { #expect(value.origin != .fitted, "\(id) \(name)") }
        }
        for id in Set(studies.map(\.product)).subtracting(calibrated.map(\.product)) {
            for (name, value) in try shelf.product(id).body { #expect(value.origin != .fitted, "\(id) \(name)") }
        }
    }

    @Test("Every product reads and prices every resource")
    func products() throws {
        #expect(shelf.products.count >= 3)
        for id in shelf.products {
            let product = try shelf.product(id)
            #expect(Set(product.prices.map(\.resource)) == Set(Price.Resource.ofProduct))
        }
    }

    @Test("Every policy reads; the one without treatment gives nothing")
    func policies() throws {
        let expected: Set = [
            "anakinra-prophylaxis", "asco-2021", "early-steroids", "early-tocilizumab", "ebmt-eha-2022",
            "no-intervention", "tocilizumab-prophylaxis", "zuma-1-cohort-6",
        ]
        #expect(Set(shelf.policies).isSuperset(of: expected))
        for id in shelf.policies { #expect(try shelf.policy(id).id == id) }
        let none = try shelf.policy("no-intervention")
        #expect(none.tocilizumabFromCRS == nil && none.steroidFromCRS == nil && none.steroidFromICANS == nil)
        #expect(none.prophylacticTocilizumabDay == nil && none.persistentFeverDays == nil)
        #expect(none.filgrastimBelow == nil && none.immunoglobulinBelow == nil)
        #expect(none.anakinra == nil && none.siltuximab == nil && none.prophylacticCorticosteroid == nil)
        #expect(none.steroidAfterFeverDays == nil && none.steroidAfterTocilizumabDoses == nil)
    }

    @Test("The ASCO guideline in the code is the one among the evidence")
    func asco() throws {
        var file = try shelf.policy("asco-2021")
        file.title = ManagementPolicy.asco2021.title
        file.source = ManagementPolicy.asco2021.source
        #expect(file == .asco2021)
    }

    @Test("Every drug that a policy orders has its largest dose with a source, tocilizumab the cap of the rules")
    func drugs() throws {
        let labels = try shelf.drugs()
        let ordered: Set<Drug> = [.tocilizumab, .siltuximab, .dexamethasone, .methylprednisolone, .anakinra]
        #expect(Set(labels.map(\.drug)).isSuperset(of: ordered))
        #expect(labels.first { $0.drug == .tocilizumab }?.largestDose == Tocilizumab.cap)
        for label in labels where label.source.contains("unverified") { #expect(label.verification == .unverified) }
        let priced = Set(labels.compactMap { $0.price?.resource })
        #expect(priced == Price.Resource.ofDrugs)
        let list = try shelf.priceList("us-2021")
        for resource in Price.Resource.ofCentre {
            #expect(list.resources.contains { $0.resource == resource.rawValue })
        }
    }

    @Test("What policies are expected to do reads, and covers CRS, ICANS and response")
    func expectedEffects() throws {
        let effects = try shelf.expectedEffects()
        func directions(_ policy: String, _ endpoint: String) -> [ExpectedEffect.Direction] {
            effects.filter { $0.policy == policy && $0.endpoint == endpoint }.map(\.direction)
        }
        #expect(directions("tocilizumab-prophylaxis", "crs_grade_3_or_higher") == [.lower])
        #expect(directions("tocilizumab-prophylaxis", "icans_grade_3_or_higher") == [.higher])
        #expect(directions("early-steroids", "icans_grade_3_or_higher") == [.lower])
        #expect(directions("anakinra-prophylaxis", "icans_grade_3_or_higher") == [.lower])
        #expect(directions("zuma-1-cohort-6", "objective_response_rate") == [.unchanged])
    }

    @Test("Typical days from collection to infusion are near the published median, in every study that has one")
    func veinToVein() throws {
        for id in shelf.studies {
            let study = try shelf.study(id)
            guard let published = study.published.first(where: { $0.endpoint == "vein_to_vein_days_median" }) else {
                continue
            }
            let process = try shelf.product(study.product).process
            let steps = [
                process.inboundDays, process.slotWaitDays, process.cultureDays, process.releaseDays,
                process.outboundDays, study.logistics.arrivalToLymphodepletion,
            ]
            let firstDose = try #require(study.lymphodepletion.map(\.day).min())
            let total = steps.map(\.value).reduce(0, +) - firstDose
            #expect(abs(total - published.value) <= 2, "\(id): \(total) and \(published.value)")
        }
    }

    @Test("Severe CRS stands once, by one scale; a Penn figure says that it cannot be compared, or has the Penn name")
    func scales() throws {
        for id in shelf.studies {
            let severe = try shelf.study(id).published.filter { $0.endpoint.hasPrefix("crs_grade_3_or_higher") }
            #expect(severe.count <= 1, "\(id)")
            for result in severe {
                let isPenn = result.scale == "Penn"
                if result.endpoint == "crs_grade_3_or_higher_penn" {
                    #expect(isPenn, "\(id)")
                } else if isPenn {
                    #expect(result.note?.contains("not comparable") == true, "\(id)")
                }
            }
        }
    }

    @Test("Figures from memory say so")
    func flags() throws {
        for id in shelf.studies {
            for result in try shelf.study(id).published where result.source.contains("unverified") {
                #expect(result.verification == .unverified, "\(id) \(result.endpoint)")
            }
        }
    }

    @Test("Assumed numbers give their grounds in the source")
    func grounds() throws {
        for id in shelf.products {
            for price in try shelf.product(id).prices where price.origin == .assumed {
                #expect(price.source.hasPrefix("assumed: "))
            }
        }
    }

    @Test("Units of CAR-T kinetics are never mixed: a product is measured in cells or in copies, in all its studies")
    func kinetics() throws {
        let names = ["car_t_cmax_", "car_t_auc_0_28_"]
        var assays: [String: Set<Bool>] = [:]
        for id in shelf.studies {
            let study = try shelf.study(id)
            for result in study.published where names.contains(where: { result.endpoint.hasPrefix($0) }) {
                assays[study.product, default: []].insert(result.endpoint.contains("_copies_"))
            }
        }
        for (product, assay) in assays { #expect(assay.count == 1, "\(product)") }
        #expect(assays["axicabtagene-ciloleucel"] == [false])
    }
}

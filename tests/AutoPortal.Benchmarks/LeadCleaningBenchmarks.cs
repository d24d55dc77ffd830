using AutoPortal.Leads.Domain;
using BenchmarkDotNet.Attributes;

namespace AutoPortal.Benchmarks;

/// <summary>Cleaning of one enquiry: 100,000 a second is what batch scoring must reach (L3).</summary>
public class LeadCleaningBenchmarks
{
    private static readonly Enquiry Complete = new()
    {
        BrandId = new Guid("0198a000-0000-7000-8000-000000000001"),
        Name = "王晓明",
        Phone = "138 0013 8000",
        HasContactConsent = true,
        Source = "activity.test_drive.autumn-test-drive",
        Province = "上海",
        City = "上海",
        District = "浦东新区",
        Series = "CX7",
        Window = "7d",
        Proof = ContactProof.PhoneCode,
    };

    private static readonly Enquiry BadPhone = Complete with { Phone = "12345" };

    private readonly CleaningFacts _facts = new(null, false, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["CX7"] = "cx7" });

    [Benchmark(Baseline = true)]
    public bool Complete_enquiry() => Clean(Complete);

    [Benchmark]
    public bool Bad_phone() => Clean(BadPhone);

    private bool Clean(Enquiry enquiry)
        => LeadCleaning.Judge(LeadCleaning.Screen(enquiry, _facts), DuplicateDecision.New, 6, CleaningRules.Default).State == LeadState.Cleaned;
}

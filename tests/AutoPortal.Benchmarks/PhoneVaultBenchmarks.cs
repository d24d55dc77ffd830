using AutoPortal.Kernel.Security;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Options;

namespace AutoPortal.Benchmarks;

/// <summary>What every sign-up pays for its phone and name.</summary>
public class PhoneVaultBenchmarks
{
    private const string Phone = "13800138000";
    private static readonly Guid Tenant = new("0198a000-0000-7000-8000-000000000001");
    private readonly PhoneVault _vault = new(Options.Create(new SecretsOptions { MasterKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(n => (byte)n)]) }));
    private string _sealed = "";

    [GlobalSetup]
    public void Seal_one() => _sealed = _vault.Seal(Tenant, Phone);

    [Benchmark]
    public string Seal() => _vault.Seal(Tenant, Phone);

    [Benchmark]
    public string Open() => _vault.Open(Tenant, _sealed);

    [Benchmark]
    public string Hash() => _vault.Hash(Tenant, Phone);
}

using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Platform.Directories;

/// <summary>Answers other modules from memory, for the tenant of the scope.</summary>
internal sealed class OrganisationDirectory(OrganisationMemory memory, CurrentScope scope) : IOrganisation, IDealerDirectory, ISeriesCatalogue
{
    public async Task<OrganisationTree> TreeAsync(CancellationToken ct) => (await memory.GetAsync(scope.TenantId, ct)).Tree;

    async Task<IReadOnlyList<DealerFacts>> IDealerDirectory.ListAsync(Guid brandId, CancellationToken ct)
        => [.. (await memory.GetAsync(scope.TenantId, ct)).Tree.Dealers.Where(d => d.BrandId == brandId && d.RegionId is not null)];

    async Task<IReadOnlyList<SeriesFacts>> ISeriesCatalogue.ListAsync(CancellationToken ct) => (await memory.GetAsync(scope.TenantId, ct)).Series;
}

using System.IO.Compression;
using System.Text;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Drawings;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Pages.Lint.Weight;

/// <summary>Weighs a page as a phone would load it: draws it with the components of the public and adds up what is sent.</summary>
internal sealed class PageScale(IServiceProvider services, ILoggerFactory logs, PageViews views, ITenantDirectory tenants, IDbContextFactory<PagesDb> dbs, FileStore files, IWebHostEnvironment host, CurrentScope scope)
{
    public async Task<PageWeight> WeighAsync(PageParts page, IReadOnlyList<string> blockIds, CancellationToken ct)
    {
        if (await tenants.FindAsync(scope.TenantId, ct) is not { } tenant)
        {
            return new([]);
        }

        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.DrawAsync<PublicPage>(PageLanguages.Chinese, new(StringComparer.Ordinal) { [nameof(PublicPage.Page)] = views.Of(tenant, page, PageLanguages.Chinese, new Dictionary<Type, object>()) });
        var loaded = LoadedFile.In(html, blockIds);
        var uploaded = await UploadedAsync(loaded, ct);
        var parts = loaded.Select(f => uploaded.GetValueOrDefault(f.Address) ?? Own(f)).Append(new WeighedPart("", null, Packed(html)));
        return new([.. parts.Where(p => p.Bytes > 0).OrderByDescending(p => p.Bytes)]);
    }

    private async Task<Dictionary<string, WeighedPart>> UploadedAsync(IReadOnlyList<LoadedFile> loaded, CancellationToken ct)
    {
        var addresses = loaded.Select(f => (File: f, Read: MediaAddress.ReadAny(f.Address))).Where(f => f.Read is not null).ToList();
        var ids = addresses.ConvertAll(a => a.Read!.Value.Address.Id);
        if (ids.Count == 0)
        {
            return [];
        }

        Dictionary<Guid, MediaPicture> pictures;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            // What a page shows is everybody's to see; whose it is does not matter here.
            pictures = await db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        }

        var sizes = await files.SizesAsync([.. pictures.Values.SelectMany(p => p.Files)], ct);
        return addresses.Where(a => pictures.ContainsKey(a.Read!.Value.Address.Id)).ToDictionary(a => a.File.Address, a =>
        {
            var (picture, width) = (pictures[a.Read!.Value.Address.Id], a.Read.Value.Width);
            return new WeighedPart(picture.Name, a.File.BlockId, sizes.GetValueOrDefault(picture.FileOf(width) ?? ""));
        }, StringComparer.Ordinal);
    }

    private WeighedPart Own(LoadedFile file)
    {
        var name = file.Address[(file.Address.LastIndexOf('/') + 1)..].Split('?')[0];
        if (name.StartsWith("drawing-", StringComparison.Ordinal) && name.EndsWith(".svg", StringComparison.Ordinal) && DrawingAddress.Read(name["drawing-".Length..^".svg".Length]) is var (svg, _))
        {
            return new(name.Split('-')[1], file.BlockId, Packed(svg));
        }

        var stored = host.WebRootFileProvider.GetFileInfo(file.Address.Split('?')[0].TrimStart('/'));
        return new(name, file.BlockId, stored.Exists ? stored.Length : 0);
    }

    private static long Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packing = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.Length;
    }
}

using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Organisation;

/// <summary>The orders of the list of dealers. A page's mark is the last row's sort value and its code, which breaks ties.</summary>
internal static class DealerOrder
{
    private const char Between = '\u001f';

    public static IQueryable<Dealer> After(IQueryable<Dealer> dealers, PageRequest page)
    {
        var mark = page.After?.Split(Between);
        return page.Sort switch
        {
            "name" => ByName(dealers, mark, page.Descending),
            "city" => ByCity(dealers, mark, page.Descending),
            _ => ByCode(dealers, mark?[^1], page.Descending),
        };
    }

    public static string MarkOf(Dealer dealer, PageRequest page) => page.Sort switch
    {
        "name" => $"{dealer.Name}{Between}{dealer.Code}",
        "city" => $"{dealer.City}{Between}{dealer.Code}",
        _ => dealer.Code,
    };

    private static IQueryable<Dealer> ByCode(IQueryable<Dealer> dealers, string? code, bool descending)
    {
        if (code is not null)
        {
            dealers = descending ? dealers.Where(d => d.Code.CompareTo(code) < 0) : dealers.Where(d => d.Code.CompareTo(code) > 0);
        }

        return descending ? dealers.OrderByDescending(d => d.Code) : dealers.OrderBy(d => d.Code);
    }

    private static IQueryable<Dealer> ByName(IQueryable<Dealer> dealers, string[]? mark, bool descending)
    {
        if (mark is [var name, var code])
        {
            dealers = descending
                ? dealers.Where(d => d.Name.CompareTo(name) < 0 || (d.Name == name && d.Code.CompareTo(code) < 0))
                : dealers.Where(d => d.Name.CompareTo(name) > 0 || (d.Name == name && d.Code.CompareTo(code) > 0));
        }

        return descending ? dealers.OrderByDescending(d => d.Name).ThenByDescending(d => d.Code) : dealers.OrderBy(d => d.Name).ThenBy(d => d.Code);
    }

    private static IQueryable<Dealer> ByCity(IQueryable<Dealer> dealers, string[]? mark, bool descending)
    {
        if (mark is [var city, var code])
        {
            dealers = descending
                ? dealers.Where(d => d.City.CompareTo(city) < 0 || (d.City == city && d.Code.CompareTo(code) < 0))
                : dealers.Where(d => d.City.CompareTo(city) > 0 || (d.City == city && d.Code.CompareTo(code) > 0));
        }

        return descending ? dealers.OrderByDescending(d => d.City).ThenByDescending(d => d.Code) : dealers.OrderBy(d => d.City).ThenBy(d => d.Code);
    }
}

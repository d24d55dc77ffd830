using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace AutoPortal.Pages.Contracts;

/// <summary>What every public post looks at, whatever it is about.</summary>
public static class PublicRequest
{
    /// <summary>A page of another site must not post for a visitor. Programs send neither header: they carry nobody's rights.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The network address, of IPv6 the part that one household has. For limits; it is not stored.</summary>
    public static string ClientKey(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}

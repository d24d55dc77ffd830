using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Footer;

/// <summary>Who stands behind the page, and where to turn.</summary>
public sealed record FooterBlock : Block
{
    /// <summary>Full name of the operator; absent, the tenant's name.</summary>
    public LocalText? Operator { get; init; }

    /// <summary>Privacy policy; absent, no link is shown.</summary>
    [Link, StringLength(500)]
    public string? PrivacyHref { get; init; }

    /// <summary>Where to report a problem, such as <c>tel:4008201234</c>; absent, no link is shown.</summary>
    [Link, StringLength(500)]
    public string? ReportHref { get; init; }

    /// <summary>Registration number of the site, such as 沪ICP备….</summary>
    [StringLength(60)]
    public string? Registration { get; init; }
}

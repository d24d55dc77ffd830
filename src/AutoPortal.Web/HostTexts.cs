namespace AutoPortal.Web;

/// <summary>Words of the host's own screens.</summary>
public sealed class HostTexts;

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class GrantEventsAndPublishing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Tenants that were there before the personas got these.
            migrationBuilder.Sql(
                """
                update platform.roles set grants = array_append(grants, 'customers.manage_events')
                where template in ('platform_admin', 'campaign_operator') and not grants && array['customers.manage_events', 'customers.*'];
                update platform.roles set grants = array_append(grants, 'pages.publish')
                where template = 'platform_admin' and not grants && array['pages.publish', 'pages.*'];
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}

import ListIcon from '@mui/icons-material/TableRowsOutlined';
import CodeIcon from '@mui/icons-material/Terminal';
import { Box, Card, IconButton, Skeleton, Stack, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useTranslate } from 'react-admin';

interface DashboardCardProps {
  title: string;
  subtitle?: string;
  /** How many of the twelve columns it takes on a wide screen. */
  columns: number;
  /** The list of what is behind the number, and the query that made it. */
  list?: string;
  playground?: string;
  error?: Error | null;
  isLoading?: boolean;
  children: ReactNode;
}

/** One question with its answer, and the way to what is behind it. */
export function DashboardCard(props: DashboardCardProps) {
  const { title, subtitle, columns, list, playground, error, isLoading, children } = props;
  return (
    <Card
      component="section"
      aria-label={title}
      sx={{ gridColumn: { xs: '1 / -1', md: 'span 6', lg: `span ${columns}` }, p: 2, minWidth: 0 }}
    >
      <Stack direction="row" sx={{ alignItems: 'flex-start', mb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="h2" sx={{ fontWeight: 600 }}>
            {title}
          </Typography>
          {subtitle && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {subtitle}
            </Typography>
          )}
        </Box>
        <CardLinks title={title} list={list} playground={playground} />
      </Stack>
      {error ? <Typography role="alert">{error.message}</Typography> : isLoading ? <Waiting /> : children}
    </Card>
  );
}

function CardLinks({ title, list, playground }: Pick<DashboardCardProps, 'title' | 'list' | 'playground'>) {
  const translate = useTranslate();
  const openList = translate('khoi.dashboard.openList');
  const openPlayground = translate('khoi.dashboard.openPlayground');
  return (
    <Stack direction="row" sx={{ mt: -0.5, mr: -0.5, color: 'text.secondary' }}>
      {list && (
        <Tooltip title={openList}>
          <IconButton
            component={Link}
            to={list}
            size="small"
            color="inherit"
            aria-label={`${openList}: ${title}`}
          >
            <ListIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      {playground && (
        <Tooltip title={openPlayground}>
          <IconButton
            href={playground}
            size="small"
            color="inherit"
            aria-label={`${openPlayground}: ${title}`}
          >
            <CodeIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Stack>
  );
}

const Waiting = () => (
  <>
    <Skeleton width="50%" height={48} />
    <Skeleton />
    <Skeleton width="80%" />
  </>
);

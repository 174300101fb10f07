// How well it went, asked of those who may say so, once for each resolution.
import { Button, Group, Rating, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#ticket';
import { api, ask, type Schemas, type Ticket } from '../../api/client';
import { reached, useLookAgain } from '../../api/commands';
import { sayProblem } from '../../api/problem';
import { sayDone } from '../../parts/say';
import { Stars } from '../../parts/stars';
import { Card } from './card';

export function RateTicket({ ticket }: { readonly ticket: Ticket }) {
  const { rating } = ticket;
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const lookAgain = useLookAgain();
  const rate = useMutation({
    mutationFn: (body: Schemas['RateTicketBody']) =>
      ask(api.POST('/v1/tickets/{id}/rating', { params: { path: { id: ticket.id } }, body })),
    onSuccess: async (receipt) => {
      await reached(receipt);
      await lookAgain(receipt.id);
      sayDone('Thank you');
    },
  });
  const mayRate = ticket.allowedActions.includes('rate');
  if (!mayRate && !rating) return null;
  if (!mayRate) {
    return (
      <Card title="Rating">
        <Stars score={rating?.score ?? 0} />
        {rating?.comment && <Text size="sm">{rating.comment}</Text>}
      </Card>
    );
  }
  return (
    <Card title="How did it go?">
      <Stack gap="xs">
        <Rating value={score} onChange={setScore} getSymbolLabel={(value) => `${value} of 5`} size="lg" />
        {score > 0 && (
          <Textarea
            aria-label="What was good or bad"
            placeholder="What was good or bad; may stay empty"
            autosize
            minRows={2}
            maxLength={limits.ratingComment}
            value={comment}
            readOnly={rate.isPending}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
            error={rate.error && sayProblem(rate.error)}
          />
        )}
        {score > 0 && (
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed">
              Sent once, it stays.
            </Text>
            <Button
              size="xs"
              loading={rate.isPending}
              onClick={() =>
                rate.mutate({
                  score,
                  ...(comment.trim() && { comment: comment.trim() }),
                })
              }
            >
              Send the rating
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
